-- Fills Waypost with cases as it keeps them itself, in bulk: psql -v open=1000 -v closed=9000 -v template=ID.
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
where schemaname = 'ticket' and tablename in ('ticket', 'history', 'sight', 'search')
  and not exists (select 1 from pg_constraint c where c.conname = i.indexname and c.connamespace = 'ticket'::regnamespace);
select format('drop index ticket.%I', indexname) from pg_indexes i
where schemaname = 'ticket' and tablename in ('ticket', 'history', 'sight', 'search')
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
-- A ticket's desk is the headquarters' for one in four, else its region.
create temp table made as
select i, i <= :open as is_open, opened, (lpad(to_hex((extract(epoch from opened) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(i % 4096), 3, '0') || '8' || lpad(to_hex(i), 15, '0'))::uuid as id,
       'T' || day.text || '-' || lpad(i::text, 8, '0') || '-' || low.next as number, pg_temp.waybill(i) as waybill, place.code, place.path, place.region, place.region_path, place.person_id, place.person_name,
       i % 10 = 0 as climbed, case when i % 4 = 0 then 'HQ' else place.region end as desk, case when i % 4 = 0 then '/HQ/' else place.region_path end as desk_path,
       (180000 + pg_temp.mixed(i, 8) % 259200)::int as seconds
from (select i, date_trunc('second', timestamptz :'now' - case when i <= :open then interval '43 hours' else interval '10 days' + interval '350 days' end * ((pg_temp.mixed(i, 7) % 10000000) / 10000000.0)) as opened
      from generate_series(1, :total) as i) as numbered
join day on day.day = (opened at time zone 'Asia/Shanghai')::date
join block high on high.state = day.state and high.n = i / 10000
join block low on low.state = high.next and low.n = i % 10000
join place on place.n = pg_temp.mixed(i, 9) % :places
-- The tables below are written in this order, as a running platform writes them: what is of one day lies together.
order by opened;

-- Every column is that of a ticket which the platform itself has just opened (psql -v template=its id), but for these.
create temp table differs (name text primary key, value text);
insert into differs values
('id', 'm.id'), ('number', 'm.number'), ('waybill', 'm.waybill'), ('opened_at', 'm.opened'), ('version', '1'),
('updated_at', $$case when m.is_open then m.opened else m.opened + interval '1 day' end$$),
('closed_at', $$case when not m.is_open then m.opened + interval '1 day' end$$), ('close_reason', $$case when not m.is_open then 'SETTLED' end$$),
('state', $$case when not m.is_open then 'CLOSED' when m.climbed then 'ESCALATED' else 'DISPATCHED' end$$), ('phase', $$case when m.is_open then 'UNIT' else 'ENDED' end$$),
('owed', 'm.is_open'), ('level', $$case when m.climbed then 'REGION' else 'OUTLET' end$$),
('next_at', $$case when m.is_open then m.opened + m.seconds * interval '1 second' end$$), ('wake_at', $$case when m.is_open then m.opened + (m.seconds - 1800) * interval '1 second' end$$),
('statutory_due', 'null'), ('limit_minutes', 'm.seconds / 60'),
('place_code', 'm.code'), ('place_path', 'm.path'), ('region_code', 'm.region'), ('headquarters_code', $$'HQ'$$),
('unit_code', 'case when m.climbed then m.region else m.code end'), ('unit_path', 'case when m.climbed then m.region_path else m.path end'),
('person_id', 'm.person_id'), ('person_name', 'm.person_name'), ('desk_code', 'm.desk'), ('desk_path', 'm.desk_path'), ('description', 'pg_temp.note(m.i)'),
('clock', $$case when m.is_open then o.clock || jsonb_build_object('party', case when m.climbed then 'REGION' else 'OUTLET' end, 'calendar', 'always@1', 'since', m.opened, 'last', m.opened, 'spans', '[]'::jsonb,
    'fired', '[]'::jsonb, 'warnings', '["PT30M"]'::jsonb, 'limits', jsonb_build_array(jsonb_build_object('at', m.opened, 'seconds', m.seconds))) end$$);
select format('insert into ticket.ticket (%s) select %s from made m, ticket.ticket o where o.id = %L', string_agg(quote_ident(attname), ', ' order by attnum), string_agg(coalesce(d.value, 'o.' || quote_ident(attname)), ', ' order by attnum), :'template')
from pg_attribute left join differs d on d.name = attname
where attrelid = 'ticket.ticket'::regclass and attnum > 0 and not attisdropped and attgenerated = '' \gexec
-- One in twenty lay elsewhere before.
insert into ticket.sight (ticket_id, unit_path, open) select m.id, p.path, m.is_open from made m join place p on p.n = pg_temp.mixed(m.i, 11) % :places where m.i % 20 = 0 and p.path <> m.path;
insert into ticket.history (id, ticket_id, at, by_kind, by_name, what, level, unit_code, text)
select id, id, opened, 'PERSON', '孙坐席', 'OPENED', 'OUTLET', code, pg_temp.note(i) from made;

-- The words of what the customers said, as the platform cuts them: pairs of neighbours, by the pieces of which the sentences are made. (The few
-- words of three and more characters that its dictionary also knows are missing.)
create function pg_temp.pairs(text text) returns tsvector language sql immutable as
    $$ select string_agg(quote_literal(substr(text, p, 2)) || ':' || p, ' ')::tsvector from generate_series(1, length(text) - 1) as p $$;
create temp table cause_words as select cause, pg_temp.pairs('客户来电反映' || cause) as words from (select distinct pg_temp.cause(i) as cause from generate_series(1, 1000) as i) as c;
create temp table road_words as select road, pg_temp.pairs('收件地址' || road) as words from (select distinct pg_temp.road(i) as road from generate_series(1, 100000) as i) as r;
create temp table house_words as select house, (quote_literal(house) || ':1 ''号'':2')::tsvector as words from (select n::text as house from generate_series(1, 300) as n) as n;
create temp table rest_words as
select rest, pg_temp.pairs(split_part(rest, '，', 1)) || pg_temp.pairs(split_part(rest, '，', 2)) as words
from (select distinct '寄的是' || split_part(pg_temp.note(i), '号，寄的是', 2) as rest from generate_series(1, 20000) as i) as r;
create temp table place_tags as select path, ticket.search_places(path) as tags from place;
-- The note is made once a row and cut at its commas; without the materialised step the planner makes it anew for every column.
create temp table note_pieces as
select id, path, opened, substr(split_part(note, '，', 1), 7) as cause, substring(split_part(note, '，', 2) from '^收件地址(.*路)') as road,
       substring(split_part(note, '，', 2) from '路(\d+)号$') as house, split_part(note, '，', 3) || '，' || split_part(note, '，', 4) as rest
from (select id, path, opened, pg_temp.note(i) as note from made offset 0) as m;
analyze cause_words; analyze road_words; analyze rest_words; analyze house_words; analyze place_tags; analyze note_pieces;
insert into ticket.search (id, ticket_id, kind, at, words, tags)
select m.id, m.id, 'OPENED', m.opened, c.words || r.words || h.words || e.words, p.tags || ticket.search_times(m.opened)
from note_pieces m join cause_words c using (cause) join road_words r using (road) join house_words h using (house) join rest_words e using (rest) join place_tags p using (path);
select count(*) as indexed from ticket.search \gset
\echo :indexed texts can be searched
insert into ticket.history (id, ticket_id, at, by_kind, by_name, what, level, unit_code, text)
select gen_random_uuid(), id, opened + interval '1 day', 'PERSON', '孙坐席', 'CLOSED', 'OUTLET', code, null from made where not is_open;
select setval('ticket.running', greatest(nextval('ticket.running'), :total)) \g /dev/null
select indexdef from later \gexec
commit;
vacuum analyze ticket.ticket;
vacuum analyze ticket.history;
vacuum analyze ticket.sight;
vacuum analyze ticket.search;
