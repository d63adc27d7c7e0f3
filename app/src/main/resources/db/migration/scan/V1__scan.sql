create schema if not exists scan;

-- Files of scans on their way in. "bytes_done" moves in the transaction that stores the lines before it.
create table scan.import_job (
    id          uuid primary key,
    file_name   text not null,
    format      text not null check (format in ('CSV', 'NDJSON')),
    header      text,
    state       text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    bytes_total bigint not null,
    bytes_done  bigint not null default 0,
    lines       bigint not null default 0,
    accepted    bigint not null default 0,
    duplicates  bigint not null default 0,
    rejected    bigint not null default 0,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    person_id   uuid not null,
    person_name text not null,
    scope_path  text not null,
    failure     text
);
create index import_job_open on scan.import_job (created_at) where state in ('QUEUED', 'RUNNING');
create index import_job_by_time on scan.import_job (created_at, id);

alter table scan.import_job enable row level security;
create policy import_scope on scan.import_job using (waypost_reaches(scope_path));

create table scan.import_error (
    job_id  uuid not null references scan.import_job (id),
    line    bigint not null,
    field   text not null,
    value   text,
    code    text not null,
    message text not null,
    primary key (job_id, line)
);
