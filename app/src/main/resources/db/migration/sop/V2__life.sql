-- Everybody who wrote in a version: none of them approves it.
alter table sop.version add column editors uuid[] not null default '{}';

-- Trials of a version on tickets of the past, and how far they are. The tally grows with the place it was read up to.
create table sop.dry_run (
    id           uuid primary key,
    kind         text collate "C" not null,
    version      int not null,
    base_version int not null,
    base_kind    text collate "C" not null,
    span_from    timestamptz not null,
    span_until   timestamptz not null,
    state        text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    total        bigint not null,
    done         bigint not null default 0,
    -- Where the next piece begins.
    place        text not null default '',
    tally        jsonb not null default '[]',
    body         jsonb not null,
    requested_by text not null,
    requested_at timestamptz not null,
    ended_at     timestamptz,
    foreign key (kind, version) references sop.version (kind, version)
);
create index dry_run_open on sop.dry_run (requested_at) where state in ('QUEUED', 'RUNNING');
create index dry_run_of_version on sop.dry_run (kind, version, requested_at);
