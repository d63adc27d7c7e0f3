create schema if not exists email;

-- A mailbox of ours that is watched (收件邮箱), by one thread of one node at a time.
create table email.mailbox (
    account      text collate "C" primary key,
    -- Which folder of which server; another one is read from its beginning.
    place        text not null default '',
    -- How often the numbers began anew that the server gives its mails.
    era          int not null default 0,
    uid_validity bigint,
    max_uid      bigint not null default 0,
    since        timestamptz not null,      -- what came before is left alone
    owner        uuid,
    lease_until  timestamptz,
    looked_at    timestamptz,
    trouble      text                       -- in words; null where all is well
);
alter table email.mailbox enable row level security;
create policy mailbox_scope on email.mailbox using (waypost_scope() = '/');

-- What was taken out of a mailbox, known by its content: servers sometimes number all mails anew.
create table email.seen (
    account     text collate "C" not null,
    fingerprint bytea not null,
    primary key (account, fingerprint)
);
alter table email.seen enable row level security;
create policy seen_scope on email.seen using (waypost_scope() = '/');

-- A mail as whoever has the conversation may look at it, beside the entries that were made of it.
create table email.mail (
    conversation_id uuid not null,
    seq             bigint not null,        -- its first entry
    last_seq        bigint not null,
    account         text collate "C" not null,
    sender          bytea not null,         -- blind
    message_id      text not null,
    refs            text not null,          -- the mails before it, the oldest first
    subject         text not null,
    from_label      text not null,          -- masked
    to_label        text not null,
    sent_at         timestamptz,
    html            text not null,          -- made harmless
    files           text[] not null,
    remote_images   int not null,
    primary key (conversation_id, seq)
);
create index mail_by_sender on email.mail (account, sender, conversation_id, seq desc);
alter table email.mail enable row level security;
create policy mail_scope on email.mail using (waypost_scope() = '/');

-- What left as a mail, written down before it does: machines are counted by it.
create table email.sent (
    conversation_id uuid not null,
    seq             bigint not null,
    recipient       bytea not null,         -- blind
    kind            text not null check (kind in ('PERSON', 'ANSWER', 'QUESTION', 'NEWS')),
    at              timestamptz not null,
    primary key (conversation_id, seq)
);
create index sent_by_recipient on email.sent (recipient, at desc) where kind = 'ANSWER';
alter table email.sent enable row level security;
create policy sent_scope on email.sent using (waypost_scope() = '/');
