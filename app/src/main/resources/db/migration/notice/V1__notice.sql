create schema if not exists notice;

-- What a person finds in the console. Read by that person alone; every statement names them.
create table notice.notice (
    id        uuid primary key,
    person_id uuid not null,
    at        timestamptz not null,
    kind      text not null,
    ticket_id uuid,
    waybill   text,
    params    jsonb not null,
    read_at   timestamptz
);
create index notice_by_person on notice.notice (person_id, at desc, id desc);
create index notice_unread on notice.notice (person_id) where read_at is null;

-- Messages on their way out of the platform. created_at and sent_at tell business time; due_at and lease_until are real time.
create table notice.outbox (
    id              uuid primary key,
    idempotency_key text not null unique,
    channel         text not null check (channel in ('SMS')),
    recipient       bytea not null,      -- sealed
    recipient_shown text not null,       -- masked
    text            text not null,
    segments        int not null,
    state           text not null check (state in ('PENDING', 'SENDING', 'SENT', 'UNKNOWN', 'REJECTED')),
    attempts        int not null default 0,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    lease_until     timestamptz,
    provider_id     text,
    sent_at         timestamptz,
    error           text,
    check ((state = 'SENDING') = (lease_until is not null))
);
create index outbox_due on notice.outbox (due_at, id) where state = 'PENDING';
create index outbox_leased on notice.outbox (lease_until) where state = 'SENDING';
create index outbox_by_time on notice.outbox (created_at desc, id desc);
create index outbox_by_state on notice.outbox (state, created_at desc, id desc);
