-- Which scanners are slow, judged once for the whole network, so that everybody who sees a scanner is told the same. One row for each
-- that is slow or was; told_at is when its unit was last told.
create table device.verdict (
    device        text collate "C" not null,
    site          text collate "C" not null,
    unit_path     text collate "C" not null,
    slow          boolean not null,
    since         timestamptz not null,
    judged_at     timestamptz not null,
    told_at       timestamptz,
    scans         bigint not null,
    late          bigint not null,
    late_share    double precision not null,
    late_at_least double precision not null,
    usual_here    double precision not null,
    usual         double precision not null,
    primary key (device, site)
);
alter table device.verdict enable row level security;
create policy verdict_scope on device.verdict using (waypost_reaches(unit_path));

alter table device.progress add column judged_at timestamptz;

-- What stands in device.lag for the last three days, added up by device and site: kept as arrivals are counted and as hours grow too
-- old, since adding up the hours of all devices for each reader takes seconds. Hours before dropped_until are no longer in it.
create table device.recent (
    device      text collate "C" not null,
    site        text collate "C" not null,
    unit_path   text collate "C" not null,
    lag_seconds bigint not null,
    counts      bigint[] not null,
    last_at     timestamptz not null,
    primary key (device, site)
);
alter table device.recent enable row level security;
create policy recent_scope on device.recent using (waypost_reaches(unit_path));
create index recent_by_path on device.recent (unit_path);
alter table device.progress add column dropped_until timestamptz not null default '-infinity';

-- What is done about a scanner. It goes where its scanner goes, and is seen by whoever sees that; open while ended_why is null.
create table device.plan (
    id            uuid primary key,
    device        text collate "C" not null,
    action        text not null check (action in ('REPLACE', 'REPAIR', 'TRAIN')),
    note          text not null,
    person_id     uuid not null,
    person_name   text not null,
    due           date not null,
    opened_at     timestamptz not null,
    opened_by     text not null,
    slow_before   boolean not null,
    before_scans  bigint not null,
    before_late   double precision,
    ended_at      timestamptz,
    ended_by      text,
    ended_why     text check (ended_why in ('GOOD_AGAIN', 'OUT_OF_USE', 'WITHDRAWN')),
    after_scans   bigint,
    after_late    double precision,
    version       int not null default 1,
    check ((ended_at is null) = (ended_why is null))
);
create unique index plan_open on device.plan (device) where ended_why is null;
create index plan_by_device on device.plan (device, opened_at desc);
alter table device.plan enable row level security;
create policy plan_scope on device.plan using (exists (select from device.scanner s where s.code = device));

create index lag_by_device on device.lag (device, hour);
