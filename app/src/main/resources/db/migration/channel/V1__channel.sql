create schema if not exists channel;

-- An account of ours on which customers write (接入账号): an official account, a mailbox, a number.
create table channel.account (
    channel   text not null check (channel in ('WECHAT', 'EMAIL', 'SMS', 'FEEDBACK')),
    key       text collate "C" not null check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    name      text not null,
    unit_code text collate "C" not null,
    unit_path text collate "C" not null,
    settings  jsonb not null,                -- what may be shown
    secrets   bytea not null,                -- sealed, never shown again
    active    boolean not null,
    version   int not null default 1,
    primary key (channel, key)
);
alter table channel.account enable row level security;
create policy account_scope on channel.account using (waypost_reaches(unit_path));

-- What came in, as it came, before anything is made of it.
create table channel.inbound (
    number       bigint generated always as identity primary key,
    channel      text not null,
    account      text collate "C" not null,
    ext_id       text collate "C" not null,
    -- Of whom; what one sender wrote is taken in its order, one at a time.
    lane         bytea not null,             -- blind
    raw          bytea,                      -- sealed; forgotten some time after it was kept
    received_at  timestamptz not null,
    state        text not null default 'WAITING' check (state in ('WAITING', 'KEPT', 'DROPPED', 'FAILED')),
    attempts     int not null default 0,
    due_at       timestamptz not null,
    lease_until  timestamptz,
    trouble      text,
    conversation_id uuid,
    unique (channel, account, ext_id)
);
create index inbound_due on channel.inbound (due_at, number) where state = 'WAITING';
create index inbound_lane on channel.inbound (lane, number) where state = 'WAITING';
create index inbound_by_account on channel.inbound (channel, account, number desc);
create index inbound_raw on channel.inbound (received_at) where raw is not null and state <> 'WAITING';
alter table channel.inbound enable row level security;
create policy inbound_scope on channel.inbound
    using (waypost_scope() = '/' or exists (select 1 from channel.account a where a.channel = inbound.channel and a.key = inbound.account));

-- What an entry of a conversation became on its way to the customer (投递).
create table channel.delivery (
    conversation_id uuid not null,
    seq             bigint not null,
    channel         text not null,
    account         text collate "C" not null,
    state           text not null default 'QUEUED'
                    check (state in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'UNKNOWN')),
    -- How many of its parts have left: a long text goes in several messages.
    parts           int not null default 0,
    attempts        int not null default 0,
    due_at          timestamptz not null,
    lease_until     timestamptz,
    ext_id          text collate "C",
    code            text,
    at              timestamptz not null,
    primary key (conversation_id, seq),
    check ((state = 'SENDING') = (lease_until is not null))
);
create index delivery_due on channel.delivery (due_at) where state = 'QUEUED';
create index delivery_leased on channel.delivery (lease_until) where state = 'SENDING';
create index delivery_by_ext on channel.delivery (channel, account, ext_id) where ext_id is not null;
create index delivery_by_account on channel.delivery (channel, account, at desc);
alter table channel.delivery enable row level security;
create policy delivery_scope on channel.delivery
    using (waypost_scope() = '/' or exists (select 1 from channel.account a where a.channel = delivery.channel and a.key = delivery.account));
