create schema if not exists desk;

-- An agent's seat (坐席): what they can, what they have, and whether they are there.
create table desk.seat (
    person_id     uuid primary key,
    person_name   text not null,
    unit_code     text collate "C" not null,
    unit_path     text collate "C" not null,
    skills        jsonb not null,             -- level by skill
    channels      text[] not null,
    -- Units of capacity that their contacts take; given and taken back with the contact in one transaction.
    taken         int not null default 0 check (taken between 0 and 100),
    state         text not null check (state in ('OFFLINE', 'READY', 'NOT_READY', 'WRAP_UP')),
    reason        text,
    since         timestamptz not null,
    forced        boolean not null default false,
    until         timestamptz,
    after_wrap_up text,
    leases        jsonb not null default '{}', -- until when each tab lives, by tab
    -- The latest of the leases, and when something happens by itself.
    lease_until   timestamptz,
    wake_at       timestamptz,
    idle_since    timestamptz not null,
    -- How long of the shift they were busy.
    shift_since   timestamptz not null,
    busy_seconds  double precision not null default 0,
    busy_since    timestamptz,
    version       bigint not null default 1
);
create index seat_by_wake on desk.seat (wake_at) where wake_at is not null;
create index seat_there on desk.seat (person_id) where state <> 'OFFLINE';
alter table desk.seat enable row level security;
create policy seat_scope on desk.seat using (waypost_reaches(unit_path));

-- The history of presence: pieces that follow each other without a gap. Added to, never changed.
create table desk.presence (
    person_id  uuid not null references desk.seat (person_id),
    from_at    timestamptz not null,
    until_at   timestamptz not null check (until_at > from_at),
    state      text not null,
    reason     text,
    ended_by   uuid,
    primary key (person_id, from_at)
);

-- A contact (来访): one turn to customer service, from coming in to its end.
create table desk.contact (
    id              uuid primary key,
    conversation_id uuid not null,
    customer_id     uuid not null,
    channel         text not null,
    matter          text collate "C" not null,
    language        text collate "C",
    contract        text collate "C",
    unit_code       text collate "C" not null,
    unit_path       text collate "C" not null,
    agent_path      text collate "C",
    state           text not null check (state in ('PARKED', 'WAITING', 'OFFERED', 'TALKING', 'CLOSED')),
    since           timestamptz not null,
    level           int not null check (level between 1 and 3),
    agent_id        uuid,
    wanted_id       uuid,
    -- Until when it is kept for the one person it was passed on to.
    wanted_until    timestamptz,
    offered_until   timestamptz,
    end_kind        text,
    repeats         int not null,
    last_agent_id   uuid,
    last_agent_at   timestamptz,
    -- Facts for measures: never reckoned from each other later.
    opened_at       timestamptz not null,
    taken_at        timestamptz,
    first_reply_at  timestamptz,
    customer_at     timestamptz not null,
    agent_at        timestamptz,
    closed_at       timestamptz,
    passes          int not null default 0,
    disposition     text collate "C",
    note            text,
    score           int check (score between 1 and 5),
    score_comment   text,
    scored_at       timestamptz,
    first_seq       bigint not null,
    last_seq        bigint,
    version         bigint not null default 1,
    check ((state in ('OFFERED', 'TALKING')) <= (agent_id is not null)),
    check ((state = 'OFFERED') = (offered_until is not null)),
    check ((state = 'CLOSED') = (end_kind is not null and closed_at is not null))
);
create unique index contact_open on desk.contact (conversation_id) where state <> 'CLOSED';
create index contact_queue on desk.contact (since, id) where state in ('PARKED', 'WAITING');
create index contact_offered on desk.contact (offered_until) where state = 'OFFERED';
create index contact_of_agent on desk.contact (agent_id) where state in ('OFFERED', 'TALKING');
create index contact_of_customer on desk.contact (customer_id, opened_at desc);
create index contact_by_time on desk.contact (opened_at desc, id desc);
create index contact_closed on desk.contact (closed_at) where state = 'CLOSED';
alter table desk.contact enable row level security;
create policy contact_scope on desk.contact using (waypost_reaches(unit_path) or waypost_reaches(agent_path));

-- What happened to a contact, with why. Added to, never changed.
create table desk.step (
    seq        bigint generated always as identity primary key,
    contact_id uuid not null references desk.contact (id),
    at         timestamptz not null,
    what       text not null,
    by_id      uuid,
    by_name    text,
    text       text,
    data       jsonb not null default '{}'
);
create index step_by_contact on desk.step (contact_id, seq);
alter table desk.step enable row level security;
create policy step_scope on desk.step
    using (waypost_scope() = '/' or exists (select 1 from desk.contact c where c.id = step.contact_id));

-- Parcels and tickets that a contact is about.
create table desk.link (
    contact_id uuid not null references desk.contact (id),
    kind       text not null check (kind in ('PARCEL', 'TICKET')),
    ref        text collate "C" not null,
    at         timestamptz not null,
    primary key (contact_id, kind, ref)
);
create index link_by_ref on desk.link (kind, ref);
alter table desk.link enable row level security;
create policy link_scope on desk.link
    using (waypost_scope() = '/' or exists (select 1 from desk.contact c where c.id = link.contact_id));
