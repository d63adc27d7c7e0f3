create schema if not exists bot;

-- Where the bot receives customers (机器人接待): a desk and a channel; what is not here is received by people.
create table bot.reception (
    unit_path text collate "C" not null,
    channel   text not null,
    active    boolean not null,
    by_name   text not null,
    at        timestamptz not null,
    version   bigint not null default 1,
    primary key (unit_path, channel)
);
alter table bot.reception enable row level security;
create policy reception_scope on bot.reception using (waypost_reaches(unit_path));

-- One turn of a customer to the bot, from their first word to its end. A conversation has one at a time.
create table bot.session (
    id              uuid primary key,
    conversation_id uuid not null,
    customer_id     uuid not null,
    channel         text not null,
    unit_path       text collate "C" not null,
    opened_at       timestamptz not null,
    first_seq       bigint not null,
    -- Up to which entry the customer has written, and up to which the bot has answered.
    asked_seq       bigint not null,
    asked_at        timestamptz not null,
    answered_seq    bigint not null,
    state           jsonb not null,
    -- What they came about, as far as it is known; of several the last.
    intent          text,
    helped          boolean not null default false,
    ended_at        timestamptz,
    end_kind        text check (end_kind in ('SOLVED', 'QUIET', 'HANDED_OVER')),
    reason          text,
    check ((ended_at is null) = (end_kind is null)),
    check ((reason is not null) = (end_kind is not distinct from 'HANDED_OVER'))
);
create unique index session_open on bot.session (conversation_id) where ended_at is null;
create index session_waiting on bot.session (asked_at) where ended_at is null;
create index session_of_customer on bot.session (customer_id, opened_at);
create index session_ended on bot.session (ended_at) where ended_at is not null;
create index session_newest on bot.session (opened_at desc, id desc);
alter table bot.session enable row level security;
create policy session_scope on bot.session using (waypost_reaches(unit_path));

-- What the bot saw in an entry, and what it did: for replay and for learning.
create table bot.turn (
    session_id uuid not null references bot.session (id),
    seq        bigint not null,
    at         timestamptz not null,
    heard      jsonb not null,
    did        jsonb not null,
    primary key (session_id, seq)
);
alter table bot.turn enable row level security;
create policy turn_scope on bot.turn
    using (waypost_scope() = '/' or exists (select 1 from bot.session s where s.id = turn.session_id));

-- Cases that the bot opened for a customer, so that what becomes of them is told where they asked.
create table bot.opened_case (
    ticket_id  uuid not null,
    session_id uuid not null references bot.session (id),
    primary key (ticket_id, session_id)
);
alter table bot.opened_case enable row level security;
create policy opened_case_scope on bot.opened_case
    using (waypost_scope() = '/' or exists (select 1 from bot.session s where s.id = opened_case.session_id));
