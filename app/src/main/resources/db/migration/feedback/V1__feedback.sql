create schema if not exists feedback;

-- What agents answered to comments and feedback, for the source to fetch.
create table feedback.reply (
    number      bigint generated always as identity primary key,
    account     text collate "C" not null,
    ext_id      text collate "C" not null unique,
    -- What it answers: the source's own number of it.
    thread      text collate "C" not null,
    text        bytea not null,              -- sealed
    agent       text not null,
    at          timestamptz not null
);
create index reply_by_account on feedback.reply (account, number);

-- The newest thing that somebody wrote, which an answer belongs to.
create table feedback.thread (
    conversation_id uuid not null primary key,
    thread          text collate "C" not null
);
