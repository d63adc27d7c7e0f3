-- Indexes behind the views that everybody has, and their counts.
create index if not exists ticket_open_urgent on ticket.ticket (next_at, id) where closed_at is null and urgent;
create index if not exists ticket_open_escalated on ticket.ticket (next_at, id) where closed_at is null and level <> 'OUTLET';
create index if not exists ticket_open_by_state on ticket.ticket (state, next_at, id) where closed_at is null;

-- One action on many tickets. The lease is real time; each ticket is a step of its own with an answer of its own.
create table ticket.bulk (
    id          uuid primary key,
    action      text not null,
    text        text not null,
    reason      text,
    total       int not null,
    done        int not null default 0,
    created_at  timestamptz not null,
    lease_until timestamptz,
    finished    boolean not null default false,
    person_id   uuid not null,
    person_name text not null,
    scope_path  text collate "C" not null
);
create index bulk_open on ticket.bulk (created_at) where not finished;
alter table ticket.bulk enable row level security;
create policy bulk_scope on ticket.bulk using (waypost_reaches(scope_path));

create table ticket.bulk_row (
    bulk_id   uuid not null references ticket.bulk (id),
    no        int not null,
    ticket_id uuid not null,
    version   int,
    number    text,
    outcome   text not null check (outcome in ('PENDING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'UNKNOWN')),
    code      text,
    message   text,
    primary key (bulk_id, no)
);
alter table ticket.bulk_row enable row level security;
create policy bulk_row_scope on ticket.bulk_row
    using (waypost_scope() = '/' or exists (select 1 from ticket.bulk b where b.id = bulk_row.bulk_id));
