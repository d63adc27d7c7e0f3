create schema if not exists knowledge;

-- An article of the knowledge base: what stays of it whatever its versions say.
create table knowledge.article (
    id        uuid primary key,
    number    bigint generated always as identity unique,
    -- Whose it is: seen by everybody below, kept by those who reach it.
    unit_code text collate "C" not null,
    unit_path text collate "C" not null,
    -- Of one that the software brought along; never brought again.
    code      text collate "C" unique,
    made_at   timestamptz not null
);
create index article_by_place on knowledge.article (unit_path);
alter table knowledge.article enable row level security;
create policy see_above_and_below on knowledge.article for select
    using (waypost_reaches(unit_path) or starts_with(waypost_scope(), unit_path));
create policy add_within_reach on knowledge.article for insert with check (waypost_reaches(unit_path));
create policy change_within_reach on knowledge.article for update using (waypost_reaches(unit_path));

-- Versions of what an article says. One that was in force never changes its words.
create table knowledge.version (
    article_id   uuid not null references knowledge.article (id),
    version      int not null check (version >= 1),
    state        text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETIRED', 'DROPPED')),
    body         jsonb not null,
    title        text not null generated always as (body ->> 'title') stored,
    category     text not null generated always as (body ->> 'category') stored,
    audience     text not null generated always as (body ->> 'audience') stored,
    words        tsvector not null,
    note         text not null,
    author       text not null,
    -- Everybody who wrote in it: none of them puts it into force.
    editors      uuid[] not null default '{}',
    made_at      timestamptz not null,
    submitted_at timestamptz,
    -- Why it was given back, dropped or taken out; empty where it was not.
    reason       text not null default '',
    approver     text,
    approver_id  uuid,
    approved_at  timestamptz,
    from_at      timestamptz,
    until_at     timestamptz,
    ended_at     timestamptz,
    end_kind     text check (end_kind in ('EXPIRED', 'REPLACED', 'TAKEN_OUT')),
    -- Whether those before it were taken out for it, and whether those who keep it were told that it ends.
    begun        boolean not null default false,
    told         boolean not null default false,
    due_at       timestamptz,
    revision     int not null default 1,
    primary key (article_id, version),
    check ((state = 'RETIRED') = (ended_at is not null) and (ended_at is null) = (end_kind is null)),
    check (state <> 'APPROVED' or (from_at is not null and approved_at is not null))
);
-- One is in the making at a time.
create unique index version_open on knowledge.version (article_id) where state in ('DRAFT', 'SUBMITTED');
create index version_due on knowledge.version (due_at) where due_at is not null;
create index version_words on knowledge.version using gin (words) where state in ('DRAFT', 'SUBMITTED', 'APPROVED');
alter table knowledge.version enable row level security;
create policy see_with_its_article on knowledge.version for select
    using (waypost_scope() = '/' or exists (select 1 from knowledge.article a where a.id = article_id));
create policy add_within_reach on knowledge.version for insert
    with check (exists (select 1 from knowledge.article a where a.id = article_id and waypost_reaches(a.unit_path)));
create policy change_within_reach on knowledge.version for update
    using (exists (select 1 from knowledge.article a where a.id = article_id and waypost_reaches(a.unit_path)));

-- Grows with every change of what is or will be in force, so that all nodes see it.
create table knowledge.edition (number bigint not null);
insert into knowledge.edition values (1);

-- Questions that mean the same, all over the platform. What becomes of them is said of each question: one region does not decide for another.
create table knowledge.question_group (
    id       uuid primary key,
    -- The first of them, with which others are compared; people are shown the newest within their reach.
    question text not null,
    made_at  timestamptz not null,
    last_at  timestamptz not null
);
create index question_group_last on knowledge.question_group (last_at desc, id);

-- What was asked and not answered well, without numbers and addresses of anybody.
create table knowledge.question (
    id           uuid primary key,
    at           timestamptz not null,
    unit_path    text collate "C" not null,
    text         text not null,
    reason       text not null check (reason in ('NO_ANSWER', 'NOT_HELPFUL')),
    conversation uuid,
    -- What was shown for it, where something was.
    article_id   uuid references knowledge.article (id),
    -- Null until it was put beside its like.
    group_id     uuid references knowledge.question_group (id),
    state        text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'LEFT_OUT')),
    -- The version of the article that answers it, or will; why it was left out; by whom, for which part of the network, and when.
    answered_by  uuid references knowledge.article (id),
    answered_in  int,
    why          text not null default '',
    by_name      text,
    ended_within text collate "C",
    ended_at     timestamptz,
    check ((state = 'OPEN') = (ended_at is null))
);
create index question_loose on knowledge.question (at) where group_id is null;
create index question_of_group on knowledge.question (group_id, state, at desc);
create index question_answered on knowledge.question (answered_by, answered_in) where state = 'ANSWERED';
create index question_of_state on knowledge.question (state, group_id) where group_id is not null;
-- Saying the same twice about one talk is one question.
create unique index question_once on knowledge.question (conversation, reason, md5(text)) where conversation is not null;
alter table knowledge.question enable row level security;
create policy see_within_reach on knowledge.question for select using (waypost_reaches(unit_path));
create policy add_always on knowledge.question for insert with check (true);
create policy change_within_reach on knowledge.question for update using (waypost_reaches(unit_path));
-- Some time after their end the platform deletes them.
create index question_ended on knowledge.question (ended_at) where ended_at is not null;
create policy forget on knowledge.question for delete using (waypost_scope() = '/');

-- A group's words may be another region's: the platform alone reads them.
alter table knowledge.question_group enable row level security;
create policy platform_alone on knowledge.question_group using (waypost_scope() = '/');
