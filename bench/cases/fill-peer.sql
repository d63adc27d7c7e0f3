-- Fills the peer with tickets as its own REST API writes them, in bulk: psql -v from=1 -v open=1000 -v closed=9000.
-- Left out, to the peer's advantage: the mail it keeps of its automatic reply, and the creation of role groups in the history.
select :open + :closed as total \gset
begin;
select coalesce(max(id), 0) as t0 from tickets \gset
select coalesce(max(id), 0) as x0 from transactions \gset
select coalesce(max(id), 0) as a0 from attachments \gset
select coalesce(max(id), 0) as p0 from principals \gset
select coalesce(max(id), 0) as m0 from groupmembers \gset
select coalesce(max(id), 0) as c0 from cachedgroupmembers \gset
select coalesce(max(id), 0) as v0 from objectcustomfieldvalues \gset
select id as queue from queues where name = 'Cases' \gset
select id as author from users where name = 'root' \gset
select id as nobody from users where name = 'Nobody' \gset
select id as requestor from users where emailaddress = 'customer@example.com' \gset
select id as cf_waybill from customfields where name = 'Waybill' \gset
select id as cf_kind from customfields where name = 'Kind' \gset
select id as cf_unit from customfields where name = 'Unit' \gset

-- Open ones were made in the last two days and are due in the next three; closed ones are spread over a year.
create temp table made as
select i, :t0 + i as ticket, i <= :open as is_open,
       date_trunc('second', now() at time zone 'UTC' - case when i <= :open then interval '2 days' else interval '360 days' end * (pg_temp.mixed(i, 7) % 10000) / 10000.0) as created
from generate_series(1, :total) as i;

insert into tickets (id, effectiveid, queue, type, owner, subject, status, sla, starts, started, due, resolved, lastupdatedby, lastupdated, creator, created)
select ticket, ticket, :queue, 'ticket', :nobody, pg_temp.cause(i) || '：' || pg_temp.road(i) || '的客户', case when is_open then 'open' else 'resolved' end, 'ordinary', created, created,
       date_trunc('second', created + interval '2 days' + interval '3 days' * (pg_temp.mixed(i, 8) % 10000) / 10000.0),
       case when is_open then timestamp '1970-01-01' else created + interval '1 day' end, :author, created, :author, created
from made;

insert into principals (id, principaltype, disabled) select :p0 + (i - 1) * 4 + k, 'Group', 0 from made, generate_series(1, 4) as k;
insert into groups (id, name, description, domain, instance, creator, created, lastupdatedby, lastupdated)
select :p0 + (i - 1) * 4 + k, (array['AdminCc', 'Cc', 'Owner', 'Requestor'])[k], null, 'RT::Ticket-Role', ticket, :author, created, :author, created
from made, generate_series(1, 4) as k;
insert into groupmembers (id, groupid, memberid, creator, created, lastupdatedby, lastupdated)
select :m0 + (i - 1) * 2 + k, :p0 + (i - 1) * 4 + 2 + k, case k when 1 then :nobody else :requestor end, :author, created, :author, created
from made, generate_series(1, 2) as k;
insert into cachedgroupmembers (id, groupid, memberid, via, immediateparentid, disabled)
select :c0 + (i - 1) * 6 + k, g, case k when 5 then :nobody when 6 then :requestor else g end, :c0 + (i - 1) * 6 + k, g, 0
from made, generate_series(1, 6) as k, lateral (select :p0 + (i - 1) * 4 + case when k <= 4 then k else k - 2 end as g) as group_of;

insert into transactions (id, objecttype, objectid, timetaken, type, field, oldvalue, newvalue, creator, created)
select :x0 + (i - 1) * 4 + k, 'RT::Ticket', ticket, 0, (array['Create', 'Set', 'Set', 'Status'])[k], (array[null, 'Starts', 'Due', 'Status'])[k],
       (array[null, '1970-01-01 00:00:00', '1970-01-01 00:00:00', 'new'])[k],
       case k when 2 then to_char(created, 'YYYY-MM-DD HH24:MI:SS') when 3 then to_char(created + interval '2 days', 'YYYY-MM-DD HH24:MI:SS') when 4 then case when is_open then 'open' else 'resolved' end end,
       :author, created
from made, generate_series(1, 4) as k;
insert into attachments (id, transactionid, parent, subject, contenttype, contentencoding, content, headers, creator, created)
select :a0 + i, :x0 + (i - 1) * 4 + 1, 0, pg_temp.cause(i) || '：' || pg_temp.road(i) || '的客户', 'text/plain', 'none', pg_temp.note(i),
       'Content-Disposition: inline' || chr(10) || 'Content-Type: text/plain; charset="utf-8"' || chr(10) || 'MIME-Version: 1.0' || chr(10) || 'X-RT-Interface: REST' || chr(10) || 'X-RT-Original-Encoding: utf-8' || chr(10),
       :author, created
from made;
insert into attachmentsindex (id, contentindex) select :a0 + i, to_tsvector(pg_temp.note(i)) from made;
insert into objectcustomfieldvalues (id, customfield, objecttype, objectid, sortorder, content, creator, created, lastupdatedby, lastupdated, disabled)
select :v0 + (i - 1) * 3 + k, case k when 1 then :cf_waybill when 2 then :cf_kind else :cf_unit end, 'RT::Ticket', ticket, 0,
       case k when 1 then pg_temp.waybill(i) when 2 then (array['URGE', 'QUERY'])[1 + i % 2] else 'O510104-001' end, :author, created, :author, created, 0
from made, generate_series(1, 3) as k;

select setval('tickets_id_seq', :t0 + :total), setval('transactions_id_seq', :x0 + :total * 4), setval('attachments_id_seq', :a0 + :total), setval('attachmentsindex_id_seq', :a0 + :total),
       setval('principals_id_seq', :p0 + :total * 4), setval('groups_id_seq', :p0 + :total * 4), setval('groupmembers_id_seq', :m0 + :total * 2),
       setval('cachedgroupmembers_id_seq', :c0 + :total * 6), setval('objectcustomfieldvalues_id_s', :v0 + :total * 3) \g /dev/null
commit;
vacuum analyze;
