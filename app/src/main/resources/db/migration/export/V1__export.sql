create schema if not exists export;

-- Lists on their way into a file. created_at tells business time; the lease, the next try and the expiry are real time.
create table export.job (
    id          uuid primary key,
    list        text not null,
    title       text not null,
    locale      text not null,
    query       jsonb not null,
    columns     text[] not null,
    state       text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED')),
    rows_total  bigint not null,
    rows_done   bigint not null default 0,
    -- Which file a finished job left; each attempt writes one of its own.
    file        text,
    bytes       bigint,
    created_at  timestamptz not null,
    finished_at timestamptz,
    due_at      timestamptz not null,
    lease_until timestamptz,
    attempts    int not null default 0,
    expires_at  timestamptz,
    failure     text,
    person_id   uuid not null,
    person_name text not null,
    scope_path  text collate "C" not null,
    check ((state = 'RUNNING') = (lease_until is not null)),
    check (state <> 'DONE' or (file is not null and expires_at is not null))
);
create index job_due on export.job (due_at) where state = 'QUEUED';
create index job_leased on export.job (lease_until) where state = 'RUNNING';
create index job_expiring on export.job (expires_at) where state = 'DONE';
create index job_by_person on export.job (person_id, created_at desc, id desc);

-- Whoever reaches the part of the tree that an export was made of sees the same rows in the list itself.
alter table export.job enable row level security;
create policy job_scope on export.job using (waypost_reaches(scope_path));
