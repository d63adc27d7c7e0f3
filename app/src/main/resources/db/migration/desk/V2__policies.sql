-- Versions of the routing policy. One that was put into force never changes.
create table desk.policy (
    version   int primary key check (version >= 1),
    state     text not null check (state in ('DRAFT', 'APPROVED', 'DROPPED')),
    body      jsonb not null,
    note      text not null,
    author    text not null,
    -- Everybody who wrote in it: none of them puts it into force.
    editors   uuid[] not null default '{}',
    made_at   timestamptz not null,
    -- Why it was dropped; null where it was not.
    dropped   text,
    -- Of the row, so that two people do not overwrite each other.
    revision  int not null default 1
);

-- From when which version is in force: the last row counts. Added to, never changed.
create table desk.policy_term (
    seq      bigint generated always as identity primary key,
    version  int not null references desk.policy (version),
    from_at  timestamptz not null,
    by_name  text not null,
    by_id    uuid,
    note     text
);

-- What a version would have made of last week's contacts.
create table desk.policy_trial (
    id            uuid primary key,
    version       int not null references desk.policy (version),
    -- The version's row as it was tried, and what it was held against.
    revision      int not null,
    base          int not null references desk.policy (version),
    from_at       timestamptz not null,
    until_at      timestamptz not null,
    state         text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    claimed_until timestamptz,
    result        jsonb,
    requested_by  text not null,
    requested_at  timestamptz not null,
    ended_at      timestamptz
);
create unique index policy_trial_open on desk.policy_trial (version) where state in ('QUEUED', 'RUNNING');
create index policy_trial_by_version on desk.policy_trial (version, requested_at desc);

-- What a contact takes of the capacity of whoever has it: given back as much as was taken, whatever the policy says by then.
alter table desk.contact add column units int check (units between 0 and 100);
