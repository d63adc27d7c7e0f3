create schema if not exists delay;

-- How far the works have come: a row each, which a node locks while it is at it.
create table delay.learning (
    only_one   boolean primary key default true check (only_one),
    -- When it was last tried to learn.
    learnt_at  timestamptz
);
insert into delay.learning default values;

create table delay.round (
    only_one   boolean primary key default true check (only_one),
    -- When the round in progress began, which step it is at, and the last parcel that was looked at; null between rounds.
    began      timestamptz,
    step       text check (step in ('PROMISED', 'WARNED')),
    at_promise timestamptz,
    at_waybill text not null default '',
    -- When the last round that is over began.
    judged_at  timestamptz
);
insert into delay.round default values;

create table delay.telling (
    only_one   boolean primary key default true check (only_one),
    -- The day in Beijing whose lists were handed out last, and the last site that was told of them; null once all were.
    day        date,
    site       text collate "C"
);
insert into delay.telling default values;

-- What was learnt, version by version, with how it did when it was tried. The newest that is in force is used.
create table delay.version (
    number       int primary key,
    learnt_at    timestamptz not null,
    verdict      text not null,
    in_force     boolean not null,
    parcels      bigint not null,
    cells        int not null,
    known_until  timestamptz not null,
    tried_from   timestamptz not null,
    tried_until  timestamptz not null,
    figures      jsonb not null,
    -- core.delay.DelayFile; null once the version is neither in force nor new.
    model        bytea
);

-- A warning about a promise, as it was raised and as it stands. Those that are over stay for a while: they say how right the warnings were.
create table delay.warning (
    id           uuid primary key,
    waybill      text collate "C" not null,
    number       int not null,
    kind         text not null check (kind in ('RISK', 'BREACH')),
    raised_at    timestamptz not null,
    found_at     timestamptz not null,
    raised_risk  double precision not null,
    promised_at  timestamptz not null,
    version      int not null,
    -- From here on: as it was judged last.
    judged_at    timestamptz not null,
    known_at     timestamptz not null,
    site         text collate "C" not null,
    unit_path    text collate "C" not null,
    risk         double precision not null,
    early_at     timestamptz,
    expected_at  timestamptz,
    late_at      timestamptz,
    cases        int not null,
    chance       text not null,
    rank         smallint not null,
    act_by       timestamptz,
    ordered_by   timestamptz not null,
    reason       text not null,
    reason_stage text,
    reason_site  text,
    reason_hours double precision not null,
    last_type    text not null,
    last_stage   text not null,
    last_site    text not null,
    last_at      timestamptz not null,
    cleared_at   timestamptz,
    cause        text,
    unique (waybill, number)
);
create unique index warning_stands on delay.warning (waybill) where cleared_at is null;
create index warning_list on delay.warning (rank, ordered_by, waybill) where cleared_at is null;
create index warning_of_unit on delay.warning (unit_path, rank, ordered_by, waybill) where cleared_at is null;
create index warning_of_site on delay.warning (site) where cleared_at is null;
create index warning_judged on delay.warning (waybill, judged_at) where cleared_at is null;
create index warning_over on delay.warning (cleared_at) where cleared_at is not null;

alter table delay.warning enable row level security;
create policy warning_scope on delay.warning using (waypost_reaches(unit_path));
