create schema if not exists outbox;

-- Bulk statements carry instants as microseconds since 1970: exact, and quick to send.
create function outbox.instant(micros bigint) returns timestamptz
    language sql immutable parallel safe
    return timestamptz '1970-01-01T00:00:00Z' + micros * interval '1 microsecond';

-- Messages on their way out of the platform. created_at and sent_at tell business time; due_at, expires_at and lease_until are real time.
create table outbox.message (
    id              uuid primary key,
    idempotency_key text not null unique,
    channel         text not null check (channel in ('SMS', 'EMAIL', 'PUSH', 'WEBHOOK')),
    class           text not null check (class in ('SERVICE', 'EMERGENCY', 'SURVEY', 'COMMERCIAL')),
    -- What is taken from apart from the rest: a class of a channel, or one partner's address.
    queue           text not null,
    recipient       bytea not null,      -- sealed
    recipient_shown text not null,       -- masked
    recipient_index bytea,               -- blind
    body            bytea not null,      -- sealed
    template        text,
    subject_kind    text,
    subject_id      text,
    zone            text,
    reason          text,                -- why it may leave at night
    segments        int not null,
    state           text not null check (state in ('PENDING', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'UNKNOWN', 'REJECTED',
                                                   'SUPPRESSED', 'EXPIRED')),
    attempts        int not null default 0,
    provider        text,
    refusals        int not null default 0,
    provider_id     text,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    expires_at      timestamptz,
    lease_until     timestamptz,
    sent_at         timestamptz,
    settled_at      timestamptz,
    error           text,
    check ((state = 'SENDING') = (lease_until is not null))
) with (fillfactor = 80);
create index message_due on outbox.message (channel, queue, due_at, id) where state = 'PENDING';
create index message_next on outbox.message (channel, due_at) where state = 'PENDING';
create index message_leased on outbox.message (lease_until) where state = 'SENDING';
create index message_by_time on outbox.message (created_at desc, id desc);
create index message_by_state on outbox.message (state, created_at desc, id desc);
create index message_by_provider on outbox.message (provider, provider_id) where provider_id is not null;
create index message_by_subject on outbox.message (subject_kind, subject_id, created_at desc) where subject_id is not null;
create index message_by_recipient on outbox.message (recipient_index, sent_at desc) where recipient_index is not null;
create index message_by_queue on outbox.message (channel, queue, created_at desc, id desc);

-- What became of each try; the newest is also on the message itself.
create table outbox.attempt (
    message_id uuid not null references outbox.message (id) on delete cascade,
    attempt    int not null,
    at         timestamptz not null,     -- real time
    provider   text,
    result     text not null,
    code       text,
    primary key (message_id, attempt, at)
);
