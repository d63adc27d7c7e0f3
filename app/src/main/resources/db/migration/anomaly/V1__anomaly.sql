create schema if not exists anomaly;

-- Bulk statements carry instants as microseconds since 1970: exact, and quick to send.
create function anomaly.instant(micros bigint) returns timestamptz
    language sql immutable parallel safe
    return timestamptz '1970-01-01T00:00:00Z' + micros * interval '1 microsecond';

-- Whether the parcel lies within reach. Bound when it runs: migrations of features come in no promised order.
create function anomaly.reaches(of_waybill text) returns boolean
    language plpgsql stable
    as $$ begin return parcel.reaches(of_waybill); end $$;

-- How far the scans have been looked at; one row.
create table anomaly.progress (
    only_one  boolean primary key default true check (only_one),
    -- Scans of the transactions before this one are looked at; null before the first time.
    marker    bigint,
    looked_at timestamptz
);
insert into anomaly.progress default values;

-- When to look at a parcel again although nothing new was scanned.
create table anomaly.look (
    waybill text primary key,
    due     timestamptz not null
);
create index look_due on anomaly.look (due);
alter table anomaly.look enable row level security;
create policy look_scope on anomaly.look using (waypost_scope() = '/');

-- What is or was wrong with the course of a parcel, see core.anomaly.Anomaly. "unit_path" is that of the site that has to act.
create table anomaly.finding (
    id        uuid primary key,
    waybill   text not null,
    kind      text not null,
    since     timestamptz not null,
    site      text not null,
    unit_path text collate "C" not null,
    other     text,
    caused_by text,
    times     int not null,
    signs     text not null,
    raised_at timestamptz not null,
    ended_at  timestamptz,
    ended_by  text,
    ticket_id uuid
);
create index finding_by_waybill on anomaly.finding (waybill, since);
create index finding_standing on anomaly.finding (raised_at, id) where ended_at is null;
create index finding_by_ticket on anomaly.finding (ticket_id) where ticket_id is not null;
create index finding_by_time on anomaly.finding (raised_at, id);
alter table anomaly.finding enable row level security;
create policy finding_scope on anomaly.finding using (waypost_reaches(unit_path) or anomaly.reaches(waybill));
