create schema if not exists device;

-- The register of scanners. Who sees a scanner follows from the unit that owns it.
create table device.scanner (
    code        text collate "C" primary key,
    model       text not null,
    firmware    text,
    in_service  date,
    unit_code   text collate "C" not null,
    unit_path   text collate "C" not null,
    state       text not null check (state in ('IN_USE', 'REPLACED', 'RETIRED')),
    version     int not null default 1,
    changed_at  timestamptz not null,
    changed_by  text not null
);
create index scanner_by_path on device.scanner (unit_path, code);
alter table device.scanner enable row level security;
create policy scanner_scope on device.scanner using (waypost_reaches(unit_path));

-- Codes are the whole network's: whether a code is taken is told also to those who do not see whose it is.
create function device.taken(codes text[]) returns setof text
    language sql stable security definer set search_path = device, pg_temp
    as $$ select code from device.scanner where code = any (codes) $$;

-- How long the scans of a device took to arrive, by hour of arrival. Sums that only grow: a stretch of arrivals is added once, in the
-- transaction that moves device.progress past it. Counts per bucket, see core.watch.LagHistogram.
create table device.lag (
    hour        timestamptz not null,
    device      text collate "C" not null,
    site        text collate "C" not null,
    unit_path   text collate "C" not null,
    lag_seconds bigint not null,
    counts      bigint[] not null,
    last_at     timestamptz not null,
    primary key (hour, device, site)
);
alter table device.lag enable row level security;
create policy lag_scope on device.lag using (waypost_reaches(unit_path));

create table device.progress (
    only_one      boolean primary key default true check (only_one),
    counted_until timestamptz
);
insert into device.progress default values;
