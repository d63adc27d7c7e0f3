-- Messages of which somebody may say what they mean (待标注语料), without long numbers and mail addresses, each text once in a unit.
create table bot.example (
    id         uuid primary key,
    text       text not null check (text <> ''),
    source     text not null check (source in ('CLARIFIED', 'NOT_UNDERSTOOD', 'WRITTEN')),
    -- What the customer chose, or the bot took it for.
    proposed   text,
    seen       int not null default 1,
    state      text not null check (state in ('OPEN', 'TAKEN', 'LEFT')),
    -- What an editor said it means; null of one that was taken: none of our business.
    intent     text,
    unit_path  text collate "C" not null,
    session_id uuid references bot.session (id),
    at         timestamptz not null,
    by_name    text,
    decided_at timestamptz,
    check ((state = 'OPEN') = (decided_at is null))
);
create unique index example_once on bot.example (md5(text), unit_path);
create index example_open on bot.example (seen desc, at desc, id) where state = 'OPEN';
create index example_decided on bot.example (decided_at desc, id) where state <> 'OPEN';
alter table bot.example enable row level security;
create policy example_scope on bot.example using (waypost_reaches(unit_path));

-- What the packaged and the taken examples taught (模型版本). Version 0 is the packaged model, which has no row.
create table bot.model (
    version    int primary key check (version >= 1),
    state      text not null check (state in ('QUEUED', 'LEARNING', 'REFUSED', 'PASSED', 'FAILED')),
    -- Whose turn it is to learn it, until when.
    claimed_until timestamptz,
    -- How often it was begun: what ends nodes is not begun for ever.
    attempts      int not null default 0,
    -- How many examples of people's it knows, and up to when they were decided.
    examples   int,
    body       bytea,
    figures    jsonb,
    -- Those of the model in force on the same examination, and in what it is worse.
    base       int,
    base_figures jsonb,
    worse      text[] not null default '{}',
    asked_by   text not null,
    asked_at   timestamptz not null,
    ended_at   timestamptz
);
create unique index model_under_way on bot.model ((true)) where state in ('QUEUED', 'LEARNING');

-- From when which model speaks with customers; the last row counts, none is the packaged one.
create table bot.model_term (
    seq     bigint generated always as identity primary key,
    version int not null,
    from_at timestamptz not null,
    by_name text not null
);

create index turn_at on bot.turn (at);
