create schema if not exists tariff;

-- Versions of prices and promises. One that was approved never changes, except that it may be withdrawn before it begins.
create table tariff.version (
    version        int primary key check (version >= 1),
    state          text not null check (state in ('DRAFT', 'APPROVED', 'DROPPED')),
    body           jsonb not null,
    note           text not null,
    author         text not null,
    -- Everybody who wrote in it: none of them approves it.
    editors        uuid[] not null default '{}',
    made_at        timestamptz not null,
    -- From when it counts, business time, until the next approved one does; null while it is a draft.
    effective_from timestamptz,
    approved_by    text,
    approved_at    timestamptz,
    dropped        text,
    -- Of the row, so that two people do not overwrite each other.
    revision       int not null default 1,
    check ((state = 'APPROVED') = (effective_from is not null and approved_at is not null))
);
create index version_in_force on tariff.version (effective_from desc, approved_at desc, version desc) where state = 'APPROVED';

-- How long parcels took from there to there, learnt anew every night.
create table tariff.lane_time (
    from_code  text collate "C" not null,
    to_code    text collate "C" not null,
    parcels    int not null check (parcels > 0),
    half_hours int not null,
    most_hours int not null,
    primary key (from_code, to_code)
);

-- When that was; a row that a node locks while it is at it.
create table tariff.learning (
    only_one  boolean primary key default true check (only_one),
    learnt_at timestamptz
);
insert into tariff.learning default values;

-- Advice before sending, and what became of it. Of whom it was is a keyed index of the phone, and forgotten once it is settled.
create table tariff.advice (
    id         uuid primary key,
    at         timestamptz not null,
    channel    text not null check (channel in ('BOT', 'STAFF')),
    unit_path  text collate "C" not null,
    rule       text not null,
    goods      text not null,
    insure     boolean not null,
    product    text,
    -- The product's name when it was advised: parcels may be registered by it.
    product_name text,
    phone      bytea,
    -- Null until it is settled, or for ever where it cannot be seen.
    outcome    text check (outcome in ('TAKEN', 'PARTLY', 'NOT_TAKEN', 'NOT_SENT'))
);
create index advice_to_settle on tariff.advice (at) where phone is not null;
create index advice_of_phone on tariff.advice (phone, rule) where phone is not null;
create index advice_at on tariff.advice (at);
alter table tariff.advice enable row level security;
create policy see_within_reach on tariff.advice for select using (waypost_reaches(unit_path));
create policy add_always on tariff.advice for insert with check (true);
create policy settle on tariff.advice for update using (waypost_scope() = '/');
create policy forget on tariff.advice for delete using (waypost_scope() = '/');
