-- Devices of the app on which somebody chats (唤醒推送): told that there is an answer while the app sleeps.
create table chat.device (
    identity_id uuid not null,
    device_index bytea not null,             -- blind
    device      bytea not null,              -- sealed
    at          timestamptz not null,
    primary key (identity_id, device_index)
);

-- Conversations with an answer that nobody may have seen yet; a newer one takes the older one's place.
create table chat.wake (
    conversation_id uuid primary key,
    identity_id     uuid not null,
    seq             bigint not null,
    due_at          timestamptz not null
);
create index wake_due on chat.wake (due_at);
