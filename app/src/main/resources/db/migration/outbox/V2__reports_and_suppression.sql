-- What providers told about messages, perhaps before we knew what they call them; applied once.
create table outbox.report (
    id          uuid primary key,
    provider    text not null,
    provider_id text not null,
    message_id  uuid,
    delivered   boolean not null,
    code        text,
    at          timestamptz not null,    -- real time
    applied     boolean not null default false,
    unique (provider, provider_id, delivered)
);
create index report_by_message on outbox.report (message_id) where message_id is not null;
create index report_waiting on outbox.report (at) where not applied;

-- Short messages that came in.
create table outbox.inbound (
    id          uuid primary key,
    provider    text not null,
    provider_id text not null,
    sender      bytea not null,          -- sealed
    text        bytea not null,          -- sealed
    at          timestamptz not null,
    unique (provider, provider_id)
);

-- Who is not written to.
create table outbox.suppression (
    channel         text not null check (channel in ('SMS', 'EMAIL', 'PUSH', 'WEBHOOK')),
    recipient_index bytea not null,      -- blind
    recipient       bytea not null,      -- sealed
    recipient_shown text not null,       -- masked
    reason          text not null check (reason in ('OPTED_OUT', 'COMPLAINED', 'UNREACHABLE', 'BLOCKED')),
    note            text,
    added_by        text not null,
    added_at        timestamptz not null,
    id              uuid not null unique,
    primary key (channel, recipient_index)
);
create index suppression_by_time on outbox.suppression (added_at desc, id desc);
