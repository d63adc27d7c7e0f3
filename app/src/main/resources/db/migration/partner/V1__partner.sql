create schema if not exists partner;

-- Whether the running transaction reaches the unit that the key belongs to. The key's own row says so, and follows its unit through
-- the tree; row-level security of identity.partner_key answers.
create function partner.reaches(key uuid) returns boolean
    language sql stable
    return waypost_scope() = '/' or exists (select 1 from identity.partner_key k where k.id = key);

-- Further secrets of a partner's key: OAuth2 clients (only a hash) and signing secrets (sealed, because signatures are made with them).
create table partner.credential (
    id            uuid primary key,
    key_id        uuid not null,
    kind          text not null check (kind in ('OAUTH', 'SIGNING')),
    name          text not null check (name <> ''),
    secret_hash   text,
    secret_sealed bytea,
    created_at    timestamptz not null,
    created_by    text not null,
    last_used_at  timestamptz,
    revoked_at    timestamptz,
    check ((kind = 'OAUTH') = (secret_hash is not null)),
    check ((kind = 'SIGNING') = (secret_sealed is not null))
);
create index credential_by_key on partner.credential (key_id, id) where revoked_at is null;
alter table partner.credential enable row level security;
create policy credential_scope on partner.credential using (partner.reaches(key_id)) with check (partner.reaches(key_id));

-- Access tokens that were handed out, by their hash.
create table partner.token (
    hash          text primary key,
    key_id        uuid not null,
    credential_id uuid not null references partner.credential (id),
    scopes        text[] not null,
    issued_at     timestamptz not null,
    expires_at    timestamptz not null
);
create index token_by_expiry on partner.token (expires_at);
create index token_by_credential on partner.token (credential_id);
alter table partner.token enable row level security;
create policy token_scope on partner.token using (partner.reaches(key_id)) with check (partner.reaches(key_id));

-- Nonces of signed requests, for as long as a copy of the request could be believed.
create table partner.nonce (
    credential_id uuid not null,
    nonce         text collate "C" not null,
    forget_at     timestamptz not null,
    primary key (credential_id, nonce)
);
create index nonce_by_time on partner.nonce (forget_at);

-- Answers to requests with an Idempotency-Key; written in the transaction of the work itself. Sealed: an answer may name somebody.
create table partner.answer (
    key_id      uuid not null,
    request_key text collate "C" not null,
    fingerprint text not null,
    status      int not null,
    location    text,
    body        bytea,
    at          timestamptz not null,
    until       timestamptz not null,
    primary key (key_id, request_key)
);
create index answer_by_time on partner.answer (until);
alter table partner.answer enable row level security;
create policy answer_scope on partner.answer using (partner.reaches(key_id)) with check (partner.reaches(key_id));

-- A partner's tickets as the partner sees them: what it asked for, and how it stands. Kept up to date in the transaction of each step.
create table partner.ticket (
    key_id      uuid not null,
    ticket_id   uuid not null,
    external_id text collate "C" not null,
    number      text collate "C" not null,
    waybill     text collate "C" not null,
    kind        text collate "C" not null,
    detail      text collate "C",
    state       text not null check (state in ('RECEIVED', 'IN_PROGRESS', 'WAITING', 'ANSWERED', 'CLOSED', 'REJECTED')),
    urgent      boolean not null,
    description bytea,      -- sealed
    contact     bytea,      -- sealed
    result      text,
    opened_at   timestamptz not null,
    due_at      timestamptz,
    closed_at   timestamptz,
    updated_at  timestamptz not null,
    version     int not null,
    primary key (key_id, ticket_id)
);
create index ticket_by_update on partner.ticket (key_id, updated_at, ticket_id);
create index ticket_by_state on partner.ticket (key_id, state, updated_at, ticket_id);
create index ticket_by_waybill on partner.ticket (key_id, waybill);
create index ticket_by_number on partner.ticket (key_id, number);
create index ticket_by_id on partner.ticket (ticket_id);
alter table partner.ticket enable row level security;
create policy ticket_scope on partner.ticket using (partner.reaches(key_id)) with check (partner.reaches(key_id));

-- The partner's own numbers, each for one ticket: a second number about the same matter leads to the same ticket.
create table partner.external_id (
    key_id      uuid not null,
    external_id text collate "C" not null,
    ticket_id   uuid not null,
    at          timestamptz not null,
    primary key (key_id, external_id),
    foreign key (key_id, ticket_id) references partner.ticket (key_id, ticket_id) deferrable initially deferred
);
create index external_id_by_ticket on partner.external_id (key_id, ticket_id);
alter table partner.external_id enable row level security;
create policy external_id_scope on partner.external_id using (partner.reaches(key_id)) with check (partner.reaches(key_id));

-- What the partner said about a ticket; what the platform said stands with the ticket.
create table partner.message (
    seq       bigint generated always as identity,
    id        uuid primary key,
    key_id    uuid not null,
    ticket_id uuid not null,
    at        timestamptz not null,
    side      text not null check (side in ('PARTNER', 'PLATFORM')),
    text      bytea not null,   -- sealed
    foreign key (key_id, ticket_id) references partner.ticket (key_id, ticket_id) deferrable initially deferred
);
create index message_by_ticket on partner.message (key_id, ticket_id, seq);
alter table partner.message enable row level security;
create policy message_scope on partner.message using (partner.reaches(key_id)) with check (partner.reaches(key_id));

-- Batches: taken in at once, worked on row by row.
create table partner.job (
    id     uuid primary key,
    key_id uuid not null,
    at     timestamptz not null,
    rows   int not null
);
create index job_by_key on partner.job (key_id, at desc, id desc);
alter table partner.job enable row level security;
create policy job_scope on partner.job using (partner.reaches(key_id)) with check (partner.reaches(key_id));

create table partner.job_row (
    job_id    uuid not null references partner.job (id),
    n         int not null,
    key_id    uuid not null,
    draft     bytea,            -- sealed; forgotten a week after the row is done
    due_at    timestamptz,      -- empty once it is done
    attempts  int not null default 0,
    status    int,
    ticket_id uuid,
    problem   text,
    primary key (job_id, n),
    check (draft is not null or due_at is null)
);
create index job_row_to_forget on partner.job_row (job_id) where draft is not null and due_at is null;
create index job_row_due on partner.job_row (due_at, job_id, n) where due_at is not null;
alter table partner.job_row enable row level security;
create policy job_row_scope on partner.job_row using (partner.reaches(key_id)) with check (partner.reaches(key_id));

-- Where partners are told: an address, what about, and the secrets that sign it (sealed). Two secrets while they are being changed.
create table partner.webhook (
    id              uuid primary key,
    key_id          uuid not null,
    url             text not null,
    events          text[] not null,
    enabled         boolean not null,
    disabled_code   text,
    secret          bytea not null,
    previous_secret bytea,
    previous_until  timestamptz,
    created_at      timestamptz not null,
    created_by      text not null,
    removed_at      timestamptz,
    check ((previous_secret is null) = (previous_until is null))
);
create index webhook_by_key on partner.webhook (key_id, id) where removed_at is null;
alter table partner.webhook enable row level security;
create policy webhook_scope on partner.webhook using (partner.reaches(key_id)) with check (partner.reaches(key_id));

-- Each telling of an event to an endpoint. The payload names no person.
create table partner.delivery (
    id          uuid primary key,
    key_id      uuid not null,
    webhook_id  uuid not null references partner.webhook (id),
    event       text not null,
    ticket_id   uuid,
    version     int,
    payload     text not null,
    at          timestamptz not null,
    state       text not null,
    code        text,
    attempts    int not null default 0,
    -- The outbox's id of the message, which is the header webhook-id; known once it was tried.
    message_id  uuid,
    finished_at timestamptz
);
create index delivery_by_time on partner.delivery (at);
create index delivery_by_webhook on partner.delivery (webhook_id, at desc, id desc);
alter table partner.delivery enable row level security;
create policy delivery_scope on partner.delivery using (partner.reaches(key_id)) with check (partner.reaches(key_id));
