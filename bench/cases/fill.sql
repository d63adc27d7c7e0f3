-- Fills Waypost with cases as it keeps them itself, in bulk: psql -v open=1000 -v closed=9000.
-- Indexes are built anew afterwards, which is many times quicker than to keep them up row by row.
select :open + :closed as total \gset
set synchronous_commit = off;
set maintenance_work_mem = '1GB';
set max_parallel_maintenance_workers = 2;
set work_mem = '256MB';
-- No foreign keys looked up, no triggers: the rows are right by the way they are made.
set session_replication_role = replica;
begin;
create temp table later as
select indexdef from pg_indexes i
where schemaname = 'ticket' and tablename in ('ticket', 'history', 'sight')
  and not exists (select 1 from pg_constraint c where c.conname = i.indexname and c.connamespace = 'ticket'::regnamespace);
select format('drop index ticket.%I', indexname) from pg_indexes i
where schemaname = 'ticket' and tablename in ('ticket', 'history', 'sight')
  and not exists (select 1 from pg_constraint c where c.conname = i.indexname and c.connamespace = 'ticket'::regnamespace) \gexec

-- Check digits (Damm) by blocks of four digits.
create temp table damm as select row - 1 as state, col - 1 as digit, substr(line, col, 1)::int as next
from unnest(array['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'])
     with ordinality as lines (line, row), generate_series(1, 10) as col;
create temp table block as
select a.state, n, d.next from generate_series(0, 9999) as n
join damm a on a.digit = n / 1000 join damm b on b.state = a.next and b.digit = n / 100 % 10
join damm c on c.state = b.next and c.digit = n / 10 % 10 join damm d on d.state = c.next and d.digit = n % 10;
create temp table day as
select day, to_char(day, 'YYMMDD') as text,
       (select f.next from damm a join damm b on b.state = a.next and b.digit = substr(to_char(day, 'YYMMDD'), 2, 1)::int
        join damm c on c.state = b.next and c.digit = substr(to_char(day, 'YYMMDD'), 3, 1)::int join damm d on d.state = c.next and d.digit = substr(to_char(day, 'YYMMDD'), 4, 1)::int
        join damm e on e.state = d.next and e.digit = substr(to_char(day, 'YYMMDD'), 5, 1)::int join damm f on f.state = e.next and f.digit = substr(to_char(day, 'YYMMDD'), 6, 1)::int
        where a.state = 0 and a.digit = substr(to_char(day, 'YYMMDD'), 1, 1)::int) as state
from (select (now() at time zone 'Asia/Shanghai')::date - n as day from generate_series(0, 400) as n) as days;
create temp table place as
select row_number() over (order by u.code) - 1 as n, u.code, u.path, r.code as region, r.path as region_path, p.id as person_id, p.name as person_name
from network.unit u join network.unit r on r.kind = 'REGION' and starts_with(u.path, r.path)
left join lateral (select id, name from identity.person p where p.unit_code = u.code limit 1) as p on true
where u.kind = 'OUTLET';
select count(*) as places from place \gset
analyze block; analyze day; analyze place;
select now() at time zone 'UTC' as now \gset

-- Open ones were made in the last two days and nothing falls due in the next six hours; closed ones are spread over a year. One in ten is with its region.
create temp table made as
select i, i <= :open as is_open, opened, (lpad(to_hex((extract(epoch from opened) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(i % 4096), 3, '0') || '8' || lpad(to_hex(i), 15, '0'))::uuid as id,
       'T' || day.text || '-' || lpad(i::text, 8, '0') || '-' || low.next as number, place.code, place.path, place.region, place.region_path, place.person_id, place.person_name,
       i % 10 = 0 as climbed, opened + interval '50 hours' + interval '3 days' * ((pg_temp.mixed(i, 8) % 1000000) / 1000000.0) as due
from (select i, timestamptz :'now' - case when i <= :open then interval '43 hours' else interval '10 days' + interval '350 days' end * ((pg_temp.mixed(i, 7) % 10000000) / 10000000.0) as opened
      from generate_series(1, :total) as i) as numbered
join day on day.day = (opened at time zone 'Asia/Shanghai')::date
join block high on high.state = day.state and high.n = i / 10000
join block low on low.state = high.next and low.n = i % 10000
join place on place.n = pg_temp.mixed(i, 9) % :places;

insert into ticket.ticket (id, number, waybill, kind, silent, urgent, state, level, patience, next_at, wake_at, place_code, place_path, region_code, headquarters_code,
                           unit_code, unit_path, person_id, person_name, policy_version, limit_minutes, opened_at, closed_at, close_reason, version)
select id, number, 'YT' || (7000000000000 + i), (array['URGE', 'QUERY'])[1 + i % 2], false, false, case when is_open then 'DISPATCHED' else 'CLOSED' end,
       case when climbed then 'REGION' else 'OUTLET' end, case when is_open then 'FRESH' end, case when is_open then due end, case when is_open then due - interval '30 minutes' end,
       code, path, region, 'HQ', case when climbed then region else code end, case when climbed then region_path else path end, person_id, person_name, 1, 1440,
       opened, case when not is_open then opened + interval '1 day' end, case when not is_open then 'SETTLED' end, 1
from made;
insert into ticket.history (id, ticket_id, at, by_kind, by_name, what, level, unit_code, text)
select gen_random_uuid(), id, opened, 'PERSON', '孙坐席', 'OPENED', 'OUTLET', code, pg_temp.note(i) from made;
insert into ticket.history (id, ticket_id, at, by_kind, by_name, what, level, unit_code, text)
select gen_random_uuid(), id, opened + interval '1 day', 'PERSON', '孙坐席', 'CLOSED', 'OUTLET', code, null from made where not is_open;
select setval('ticket.running', greatest(nextval('ticket.running'), :total)) \g /dev/null
select indexdef from later \gexec
commit;
vacuum analyze ticket.ticket;
vacuum analyze ticket.history;
