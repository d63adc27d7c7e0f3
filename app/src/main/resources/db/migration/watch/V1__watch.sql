create schema if not exists watch;

-- Bulk statements carry instants as microseconds since 1970: exact, and quick to send.
create function watch.instant(micros bigint) returns timestamptz
    language sql immutable parallel safe
    return timestamptz '1970-01-01T00:00:00Z' + micros * interval '1 microsecond';

-- Whether the parcel lies within reach. Bound when it runs: migrations of features come in no promised order.
create function watch.reaches(of_waybill text) returns boolean
    language plpgsql stable
    as $$ begin return parcel.reaches(of_waybill); end $$;

-- What the watch remembers of a parcel. "due" is a lower bound of the next warning: most scans move the warning later and leave
-- the column, and with it the index, alone; it is computed anew when it falls due.
create table watch.state (
    waybill           text primary key,
    due               timestamptz,
    last_type         text,
    last_at           timestamptz,
    last_arrived_at   timestamptz,
    last_site         text,
    outlet            boolean not null default false,
    next_site         text,
    bag               text,
    lane_class        text,
    lane_from         text,
    lane_to           text,
    limit_version     int,
    pauses            jsonb,
    finding_id        uuid,
    finding_raised_at timestamptz,
    finding_limit_at  timestamptz,
    warnings          int not null default 0,
    settled           boolean not null default false,
    unit_path         text not null
) with (fillfactor = 70);

create index state_due on watch.state (due) where due is not null;

alter table watch.state enable row level security;
create policy state_scope on watch.state using (waypost_reaches(unit_path) or watch.reaches(waybill));

create table watch.finding (
    id               uuid primary key,
    waybill          text not null,
    raised_at        timestamptz not null,
    silent_since     timestamptz not null,
    limit_at         timestamptz not null,
    limit_hours      double precision not null,
    limit_detail     jsonb not null,
    responsible_site text not null,
    responsible_rule text not null,
    unit_path        text not null,
    province         text,
    cleared_at       timestamptz,
    cleared_by       text,
    acted_at         timestamptz,
    trouble          boolean not null default false,
    verdict          text,
    ticket_id        uuid
);
create index finding_by_waybill on watch.finding (waybill, raised_at);
create index finding_by_time on watch.finding (raised_at, id);
create index finding_open on watch.finding (raised_at, id) where cleared_at is null;

alter table watch.finding enable row level security;
create policy finding_scope on watch.finding using (waypost_reaches(unit_path) or watch.reaches(waybill));

-- The tables of limits. A row counts in the versions from "since" up to, not including, "until".
create table watch.limit_version (
    version        int primary key,
    effective_from timestamptz not null,
    author         text not null,
    reason         text not null,
    grace          jsonb not null
);

create table watch.limit_row (
    id             bigint generated always as identity primary key,
    since          int not null references watch.limit_version (version),
    until          int references watch.limit_version (version),
    stage          text not null,
    lane_class     text,
    from_division  text,
    to_division    text,
    day_part       text,
    hours          double precision not null check (hours > 0),
    basis          text not null,
    percentile     double precision,
    samples        bigint,
    usual_low      double precision,
    usual_high     double precision,
    source         text not null,
    author         text not null,
    effective_from timestamptz not null
);
create index limit_row_until on watch.limit_row (until);

-- How long scans took to arrive, by minute of arrival and site. Counts per bucket, see core.watch.LagHistogram.
create table watch.freshness (
    minute      timestamptz not null,
    site        text not null,
    unit_path   text not null,
    scans       bigint not null,
    lag_seconds bigint not null,
    counts      bigint[] not null,
    last_at     timestamptz not null,
    primary key (minute, site)
);

alter table watch.freshness enable row level security;
create policy freshness_scope on watch.freshness using (waypost_reaches(unit_path));

-- Up to which minute the arrivals have been counted, and when limits were learnt last; one row.
create table watch.progress (
    only_one        boolean primary key default true check (only_one),
    counted_until   timestamptz,
    learnt_at       timestamptz
);
insert into watch.progress default values;
