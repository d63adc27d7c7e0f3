-- The green channel: when an urgent ticket was answered first, and who raised which ticket, so that misuse can be seen even after
-- a ticket was lowered again.
alter table ticket.ticket add column urgent_answered_at timestamptz;
update ticket.ticket set urgent_answered_at = answer_at where urgent and answer_at >= urgent_at;

-- What the board is sorted by: what nobody answered first, then what was raised first.
create index ticket_green on ticket.ticket ((urgent_answered_at is not null), urgent_at, id) where urgent and closed_at is null;

create table ticket.urgency (
    id          uuid primary key,
    ticket_id   uuid not null references ticket.ticket (id),
    reason      text not null,
    raised_at   timestamptz not null,
    by_id       uuid,
    by_name     text not null,
    -- The unit of whoever raised it, or of the desk where somebody outside did.
    by_code     text collate "C" not null,
    by_path     text collate "C" not null,
    answered_at timestamptz,
    lowered_at  timestamptz,
    lowered_by  text,
    check (lowered_at is null = (lowered_by is null))
);
-- One raising of a ticket stands at a time.
create unique index urgency_standing on ticket.urgency (ticket_id) where lowered_at is null;
create index urgency_by_time on ticket.urgency (raised_at, id);
create index urgency_by_unit on ticket.urgency (by_path, raised_at);
alter table ticket.urgency enable row level security;
create policy urgency_scope on ticket.urgency
    using (waypost_reaches(by_path) or exists (select 1 from ticket.ticket t where t.id = urgency.ticket_id));

insert into ticket.urgency (id, ticket_id, reason, raised_at, by_name, by_code, by_path, answered_at)
select gen_random_uuid(), id, urgent_reason, coalesce(urgent_at, opened_at), coalesce(urgent_by_name, ''), desk_code, desk_path,
       urgent_answered_at
from ticket.ticket where urgent and urgent_reason is not null;
