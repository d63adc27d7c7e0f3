-- Every step of a ticket writes each index anew that its row stands in. Two of them did another one's work, and two served changes of
-- rules, which are rare and may walk over all open tickets.
drop index ticket.ticket_open_urgent;
drop index ticket.ticket_open_of_waybill;
drop index ticket.ticket_open_by_sop;
drop index ticket.ticket_open_by_calendar;

-- The numbers beside the views are counted in one pass over what lies at a place, by the index alone.
drop index ticket.ticket_open_by_place;
create index ticket_open_by_place on ticket.ticket (place_path, next_at)
    include (id, phase, level, urgent, owed, unit_code, place_code) where closed_at is null;

-- How many urgent tickets of a week were answered in time, by place.
create index ticket_urgent_at on ticket.ticket (urgent_at) include (place_path, urgent_answered_at, closed_at) where urgent;

-- Tickets whose calendar or SOP changed wait in a table of their own until their clocks were counted anew: a mark on the ticket
-- itself cost two more writes of the whole row.
create table ticket.recount (
    ticket_id   uuid primary key references ticket.ticket,
    sop_kind    text,
    sop_version int,
    check ((sop_kind is null) = (sop_version is null))
);
comment on column ticket.recount.sop_kind is 'The SOP that the ticket goes over to; null where it keeps its own';
alter table ticket.recount enable row level security;
create policy recount_scope on ticket.recount
    using (exists (select 1 from ticket.ticket t where t.id = ticket_id));

insert into ticket.recount (ticket_id) select id from ticket.ticket where recount;
alter table ticket.ticket drop column recount;

-- A desk above the place of a ticket sees it anyway; only who does not has a line of sight.
delete from ticket.sight s using ticket.ticket t where t.id = s.ticket_id and starts_with(t.place_path, s.unit_path);

-- Whether the ticket is open stands there too, so that what a region has to do elsewhere is found without what it had to do in years.
alter table ticket.sight add column open boolean not null default true;
update ticket.sight s set open = false from ticket.ticket t where t.id = s.ticket_id and t.closed_at is not null;
create index sight_open_by_path on ticket.sight (unit_path, ticket_id) where open;
