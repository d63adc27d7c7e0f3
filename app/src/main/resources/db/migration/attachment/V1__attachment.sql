create schema if not exists attachment;

-- Files lie in the data folder under random names. One without a purpose was uploaded and not used yet.
create table attachment.file (
    id           uuid primary key,
    subject_kind text not null,
    subject_id   uuid not null,
    unit_paths   text[] not null check (cardinality(unit_paths) > 0),
    file         text not null unique,
    type         text not null check (type in ('PICTURE', 'PDF', 'MP4', 'MOV', 'XLSX', 'DOCX')),
    name         text not null,
    bytes        bigint not null,
    sha256       bytea not null,
    width        int,
    height       int,
    -- Business time, for histories; uploaded_at is real time, for the sweep.
    added_at     timestamptz not null,
    uploaded_at  timestamptz not null,
    by_id        uuid,
    by_name      text not null,
    purpose      text
);
create index file_by_subject on attachment.file (subject_kind, subject_id, added_at, id);
create index file_unused on attachment.file (uploaded_at) where purpose is null;

alter table attachment.file enable row level security;
create policy file_scope on attachment.file using (waypost_reaches_any(unit_paths));
