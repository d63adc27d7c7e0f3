-- Who has a ticket's page open right now. The lease is real time, renewed by the page; nothing of it must survive a crash.
create unlogged table ticket.presence (
    ticket_id   uuid not null,
    person_id   uuid not null,
    person_name text not null,
    doing       text not null check (doing in ('VIEWING', 'EDITING')),
    since       timestamptz not null,
    until       timestamptz not null,
    primary key (ticket_id, person_id)
);
create index presence_until on ticket.presence (until);
alter table ticket.presence enable row level security;
create policy presence_scope on ticket.presence
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = presence.ticket_id));
