create schema if not exists calendar;

-- Work calendars by name. What is in use is never deleted.
create table calendar.calendar (
    code     text collate "C" primary key check (code ~ '^[A-Za-z0-9._-]{1,64}$'),
    name_zh  text not null check (name_zh <> ''),
    name_en  text not null check (name_en <> ''),
    position int not null
);

-- Their versions. What a version says never changes; one that is approved is in force from its instant on.
create table calendar.version (
    code           text collate "C" not null references calendar.calendar (code),
    version        int not null check (version >= 1),
    state          text not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    effective_from timestamptz not null,
    -- Week, holiday rule and exceptions.
    body           jsonb not null,
    source         text not null check (source <> ''),
    author         text not null,
    author_id      uuid,
    created_at     timestamptz not null,
    approver       text,
    approved_at    timestamptz,
    -- Whether the others were told that it is in force.
    announced      boolean not null default false,
    primary key (code, version),
    check (state <> 'APPROVED' or approved_at is not null)
);
create unique index version_one_proposal on calendar.version (code) where state = 'PROPOSED';
create index version_to_announce on calendar.version (effective_from) where state = 'APPROVED' and not announced;

-- What the State Council announced, as people entered it; the packaged years stand in the code. The newest row of a year counts.
create table calendar.holiday_year (
    year       int not null check (year between 2000 and 2999),
    revision   int not null,
    text       text not null,
    author     text not null,
    author_id  uuid,
    entered_at timestamptz not null,
    primary key (year, revision)
);

-- Which calendar a unit keeps since when; a null code says that it keeps what is kept above it.
create table calendar.unit_calendar (
    unit_code text collate "C" not null,
    unit_path text collate "C" not null,
    since     timestamptz not null,
    code      text collate "C" references calendar.calendar (code),
    author    text not null,
    author_id uuid,
    primary key (unit_code, since)
);
create index unit_calendar_by_path on calendar.unit_calendar (unit_path);
alter table calendar.unit_calendar enable row level security;
create policy read_within_reach on calendar.unit_calendar for select using (waypost_reaches(unit_path));
create policy add_within_reach on calendar.unit_calendar for insert with check (waypost_reaches(unit_path));
create policy change_within_reach on calendar.unit_calendar for update
    using (waypost_reaches(unit_path)) with check (waypost_reaches(unit_path));

-- Grows with every change, so that each node knows when its picture is old. Locked by every writer.
create table calendar.revision (
    only_one boolean primary key default true check (only_one),
    number   bigint not null
);
insert into calendar.revision (number) values (0);

-- Who keeps what, whole, for the memory of a node: a unit's calendar may come from a unit above that whoever acts does not reach.
create function calendar.kept() returns table (unit_code text, since timestamptz, code text)
    language sql stable security definer set search_path = calendar
as 'select unit_code, since, code from calendar.unit_calendar order by unit_code, since';
