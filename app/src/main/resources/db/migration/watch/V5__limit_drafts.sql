-- Limits that one person proposes and another one puts into force; until then they count for nothing.
create table watch.limit_draft (
    id            uuid primary key,
    stage         text not null,
    lane_class    text,
    from_division text,
    to_division   text,
    hours         double precision not null check (hours > 0),
    reason        text not null,
    state         text not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'REJECTED')),
    author_id     uuid,
    author        text not null,
    made_at       timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    note          text,
    -- The version of the table that it became.
    version       int references watch.limit_version (version)
);
create index limit_draft_open on watch.limit_draft (made_at) where state = 'OPEN';
create index limit_draft_decided on watch.limit_draft (decided_at) where state <> 'OPEN';

-- What a draft would have made of last week's scans, and how far the trial is. The tally grows with the place it was read up to.
create table watch.limit_replay (
    id           uuid primary key,
    draft_id     uuid not null references watch.limit_draft (id),
    base_version int not null,
    span_from    timestamptz not null,
    span_until   timestamptz not null,
    one_in       int not null,
    state        text not null check (state in ('QUEUED', 'RUNNING', 'DONE')),
    total        bigint not null default 0,
    done         bigint not null default 0,
    -- Where the next piece begins: after this waybill.
    place        text not null default '',
    tally        jsonb not null,
    requested_by text not null,
    requested_at timestamptz not null,
    ended_at     timestamptz
);
create index limit_replay_open on watch.limit_replay (requested_at) where state in ('QUEUED', 'RUNNING');
create unique index limit_replay_one_open on watch.limit_replay (draft_id) where state in ('QUEUED', 'RUNNING');
create index limit_replay_of_draft on watch.limit_replay (draft_id, requested_at);
