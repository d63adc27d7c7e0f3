-- How content customers are with an end. A ticket that was opened again may be rated again at its next end.
create table ticket.rating (
    ticket_id  uuid not null references ticket.ticket (id),
    ended_at   timestamptz not null,
    stars      int not null check (stars between 1 and 5),
    words      text,
    at         timestamptz not null,
    changed_at timestamptz,
    primary key (ticket_id, ended_at)
);
create index rating_by_time on ticket.rating (at, ticket_id);
alter table ticket.rating enable row level security;
create policy rating_scope on ticket.rating
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = rating.ticket_id));
