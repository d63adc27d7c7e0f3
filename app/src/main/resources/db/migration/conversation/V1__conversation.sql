create schema if not exists conversation;

-- A customer (客户): whoever is behind one or several ways of turning to us.
create table conversation.customer (
    id          uuid primary key,
    name        bytea,                      -- sealed
    contract    text,
    since       timestamptz not null,
    -- Taken together with another one; undone by the row in merge.
    merged_into uuid references conversation.customer (id)
);

-- A way on which a customer is known: a phone, an openid, a mail address, an account of the app, a browser.
create table conversation.identity (
    id          uuid primary key,
    customer_id uuid not null references conversation.customer (id),
    kind        text not null check (kind in ('VISITOR', 'PHONE', 'EMAIL', 'WECHAT', 'APP', 'PARTNER')),
    account     text collate "C" not null,  -- ours, on which they came
    value_index bytea not null,             -- blind
    value       bytea not null,             -- sealed
    label       text not null,              -- masked, to be shown
    since       timestamptz not null,
    unique (kind, account, value_index)
);
create index identity_by_customer on conversation.identity (customer_id);

-- Customers taken together, and taken apart again; added to, and only ever ended.
create table conversation.merge (
    id         uuid primary key,
    kept       uuid not null references conversation.customer (id),
    gone       uuid not null references conversation.customer (id),
    identities uuid[] not null,
    at         timestamptz not null,
    by_id      uuid not null,
    by_name    text not null,
    undone_at  timestamptz,
    undone_by  text
);
create index merge_by_kept on conversation.merge (kept, at desc);

-- A conversation (会话): what one identity and one account of ours have ever written to each other.
create table conversation.conversation (
    id            uuid primary key,
    channel       text not null check (channel in ('PHONE', 'CHAT', 'WECHAT', 'EMAIL', 'SMS', 'FEEDBACK', 'PARTNER')),
    account       text collate "C" not null,
    identity_id   uuid not null references conversation.identity (id),
    -- Whose desk it is, and the desk of whoever has it now where that is another one (overflow): both see it.
    unit_path     text collate "C" not null,
    agent_path    text collate "C",
    -- The number of the last entry; they go from 1 without gaps.
    last_seq      bigint not null default 0,
    read_customer bigint not null default 0,
    read_agent    bigint not null default 0,
    -- What lists show of it.
    last_text     text,
    last_author   text,
    last_at       timestamptz,
    since         timestamptz not null,
    version       bigint not null default 1,
    unique (identity_id, channel, account),
    check (read_customer <= last_seq and read_agent <= last_seq)
);
alter table conversation.conversation enable row level security;
create policy conversation_scope on conversation.conversation
    using (waypost_reaches(unit_path) or waypost_reaches(agent_path));

-- One entry: a message or an event. Added to, never changed.
create table conversation.entry (
    conversation_id uuid not null references conversation.conversation (id),
    seq             bigint not null check (seq > 0),
    author          text not null check (author in ('CUSTOMER', 'AGENT', 'BOT', 'SYSTEM')),
    author_id       uuid,
    author_name     text not null,
    kind            text not null check (kind in ('TEXT', 'IMAGE', 'FILE', 'NOTE', 'EVENT')),
    text            text not null check (length(text) <= 20000),
    file            uuid,
    -- The sender's own number: what is sent twice is kept once.
    cid             text collate "C",
    at              timestamptz not null,
    primary key (conversation_id, seq)
);
create unique index entry_by_cid on conversation.entry (conversation_id, cid) where cid is not null;
alter table conversation.entry enable row level security;
create policy entry_scope on conversation.entry
    using (waypost_scope() = '/' or exists (select 1 from conversation.conversation c where c.id = entry.conversation_id));
create function conversation.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'Entries of conversations are added to, never changed.';
end
$$;
create trigger entry_stays before update or delete on conversation.entry
    for each statement execute function conversation.refuse_change();
