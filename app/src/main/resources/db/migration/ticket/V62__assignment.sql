-- Somebody was chosen for this ticket, by how much they had or by a lead; where not, it is whoever is on duty.
alter table ticket.ticket add column person_chosen boolean not null default false;

-- The seat of everybody who is given tickets by the platform. Two who give at the same time, on whichever node, lock different seats
-- and never wait for each other; the number tells them whether what they counted is still so.
create table ticket.seat (
    person_id uuid primary key,
    number    bigint not null default 0,
    last_at   timestamptz
) with (fillfactor = 70);
