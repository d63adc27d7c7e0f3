create schema if not exists sop;

-- Kinds of ticket, one or two levels. They are retired, never deleted.
create table sop.kind (
    code           text collate "C" primary key check (code ~ '^[A-Z][A-Z_]{1,31}(\.[A-Z][A-Z_]{1,31})?$'),
    main           text collate "C" generated always as (split_part(code, '.', 1)) stored references sop.kind (code),
    name_zh        text not null check (name_zh <> ''),
    name_en        text not null check (name_en <> ''),
    biz_type       text not null check (biz_type in ('CONSULT', 'COMPLAINT', 'TRACE', 'URGE', 'PROBLEM')),
    matter         text not null,
    about_parcel   boolean not null,
    ends_with_move boolean not null,
    for_people     boolean not null,
    active         boolean not null,
    position       int not null,
    -- Of the row, so that two people do not overwrite each other.
    revision       int not null default 1
);

-- Versions of SOPs. One that is approved is in force from its instant on and never changes.
create table sop.version (
    kind           text collate "C" not null references sop.kind (code),
    version        int not null check (version >= 1),
    state          text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'WITHDRAWN')),
    body           jsonb not null,
    note           text not null,
    author         text not null,
    author_id      uuid,
    created_at     timestamptz not null,
    -- When it is to be in force: wished for when submitted, settled when approved; null for as soon as it is approved.
    effective_from timestamptz,
    -- Whether tickets that run go over to it.
    running_too    boolean not null default false,
    submitted_at   timestamptz,
    approver       text,
    approver_id    uuid,
    approved_at    timestamptz,
    -- Why it was given back or withdrawn; empty where it was not.
    refusal        text not null default '',
    -- Whether the others were told that it is in force.
    announced      boolean not null default false,
    -- Of the row, so that two people do not overwrite each other.
    revision       int not null default 1,
    primary key (kind, version),
    check (state <> 'APPROVED' or (approved_at is not null and effective_from is not null))
);
create unique index version_one_in_the_making on sop.version (kind) where state in ('DRAFT', 'SUBMITTED');
create index version_to_announce on sop.version (effective_from) where state = 'APPROVED' and not announced;

-- Grows with every change of kinds and of what is in force, so that each node knows when its picture is old. Locked by every writer.
create table sop.revision (
    only_one boolean primary key default true check (only_one),
    number   bigint not null
);
insert into sop.revision (number) values (0);
