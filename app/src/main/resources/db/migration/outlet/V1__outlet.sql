create schema if not exists outlet;

-- Bulk statements carry instants as microseconds since 1970: exact, and quick to send.
create function outlet.instant(micros bigint) returns timestamptz
    language sql immutable parallel safe
    return timestamptz '1970-01-01T00:00:00Z' + micros * interval '1 microsecond';

-- How far counting and judging have come; one row.
create table outlet.progress (
    only_one     boolean primary key default true check (only_one),
    -- Scans of the transactions before this one are counted; null before the first time.
    marker       bigint,
    counted_from timestamptz,
    counted_at   timestamptz,
    -- The hour that is judged next, and the last site of it that has been.
    judging      timestamptz,
    judged_site  text collate "C" not null default ''
);
insert into outlet.progress default values;

-- Places that scans name, whether the tree has them or not (those belong to "/").
create table outlet.site (
    site      text collate "C" primary key,
    unit_path text collate "C" not null,
    -- The last hour in which anything was counted there.
    last_hour timestamptz not null
);
alter table outlet.site enable row level security;
create policy site_scope on outlet.site using (waypost_reaches(unit_path));

-- What happened at a site in an hour, see core.outlet.OutletFlow.
create table outlet.flow (
    site      text collate "C" not null,
    hour      timestamptz not null,
    scanned   bigint not null,
    entered   bigint not null,
    gone      bigint not null,
    sent      bigint not null,
    unseen    bigint not null,
    given     bigint not null,
    delivered bigint not null,
    failed    bigint not null,
    returned  bigint not null,
    primary key (site, hour)
);
create index flow_by_hour on outlet.flow using brin (hour);
alter table outlet.flow enable row level security;
create policy flow_scope on outlet.flow
    using (waypost_scope() = '/' or exists (select 1 from outlet.site s where s.site = flow.site));

-- How many parcels lie at a site, by the hour in which they came.
create table outlet.held (
    site    text collate "C" not null,
    since   timestamptz not null,
    parcels bigint not null,
    primary key (site, since)
);
alter table outlet.held enable row level security;
create policy held_scope on outlet.held
    using (waypost_scope() = '/' or exists (select 1 from outlet.site s where s.site = held.site));

-- Delivery attempts of an outlet by where the parcel goes and the day in Beijing.
create table outlet.attempt (
    site     text collate "C" not null,
    area     text collate "C" not null,
    day      date not null,
    attempts bigint not null,
    failed   bigint not null,
    primary key (site, area, day)
);
alter table outlet.attempt enable row level security;
create policy attempt_scope on outlet.attempt
    using (waypost_scope() = '/' or exists (select 1 from outlet.site s where s.site = attempt.site));

-- How a site stood at the end of an hour, as it was known then. "clock" is the hour of the day in Beijing.
create table outlet.reading (
    site      text collate "C" not null,
    clock     smallint not null,
    hour      timestamptz not null,
    backlog   bigint not null,
    aged      bigint not null,
    scans     bigint not null,
    given     bigint not null,
    delivered bigint not null,
    failed    bigint not null,
    silent    bigint,
    primary key (site, clock, hour)
);
create index reading_by_hour on outlet.reading using brin (hour);
alter table outlet.reading enable row level security;
create policy reading_scope on outlet.reading
    using (waypost_scope() = '/' or exists (select 1 from outlet.site s where s.site = reading.site));

-- What is remembered of a cause from hour to hour; no row where nothing is.
create table outlet.vigil (
    site    text collate "C" not null,
    cause   text not null,
    strikes int not null,
    calm    int not null,
    raised  timestamptz,
    primary key (site, cause)
);
alter table outlet.vigil enable row level security;
create policy vigil_scope on outlet.vigil using (waypost_scope() = '/');

-- A site that does not work as usual, from when it was raised until it clears.
create table outlet.abnormality (
    id               uuid primary key,
    site             text collate "C" not null,
    unit_path        text collate "C" not null,
    cause            text not null,
    raised_at        timestamptz not null,
    -- The first hour that showed it, and the last one that was looked at.
    first_hour       timestamptz not null,
    last_hour        timestamptz not null,
    value            double precision not null,
    usual            jsonb not null,
    score            double precision not null,
    worst            double precision not null,
    cleared_at       timestamptz,
    state            text not null check (state in ('OPEN', 'ACKNOWLEDGED', 'EXPLAINED', 'SETTLED')),
    responsible_id   uuid,
    responsible_name text,
    responsible_unit text,
    due_at           timestamptz not null,
    -- When somebody above was told that nobody has answered in time.
    overdue_at       timestamptz,
    acknowledged_at  timestamptz,
    version          int not null default 1
);
create unique index abnormality_stands on outlet.abnormality (site, cause) where cleared_at is null;
create index abnormality_by_time on outlet.abnormality (raised_at, id);
create index abnormality_of_site on outlet.abnormality (site, raised_at);
create index abnormality_unanswered on outlet.abnormality (due_at)
    where state = 'OPEN' and cleared_at is null and overdue_at is null;
alter table outlet.abnormality enable row level security;
create policy abnormality_scope on outlet.abnormality using (waypost_reaches(unit_path));

-- What people said about it; added to, never changed.
create table outlet.answer (
    seq            bigint generated always as identity primary key,
    abnormality_id uuid not null references outlet.abnormality (id),
    at             timestamptz not null,
    by_name        text not null,
    step           text not null,
    note           text
);
create index answer_of on outlet.answer (abnormality_id, seq);
alter table outlet.answer enable row level security;
create policy answer_scope on outlet.answer
    using (waypost_scope() = '/' or exists (select 1 from outlet.abnormality a where a.id = answer.abnormality_id));
