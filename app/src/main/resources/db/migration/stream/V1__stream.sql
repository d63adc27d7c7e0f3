create schema if not exists stream;

-- Whose log the stream of this installation is: one folder, on one node; one row.
create table stream.host (
    only_one  boolean primary key default true check (only_one),
    engine    uuid not null,
    opened_at timestamptz not null
);

-- What the log's numbers of devices (D) and of people (O) stand for.
create table stream.word (
    kind   text not null check (kind in ('D', 'O')),
    number int not null,
    name   text not null,
    primary key (kind, number),
    unique (kind, name)
);
alter table stream.word enable row level security;
create policy word_scope on stream.word using (waypost_scope() = '/');

-- Parcels of the stream that somebody has to look at: all their scans are kept in the timelines too, those to come as they come.
create table stream.picked (
    parcel bigint primary key,
    at     timestamptz not null
);
create index picked_at on stream.picked (at);
alter table stream.picked enable row level security;
create policy picked_scope on stream.picked using (waypost_scope() = '/');

-- Parcels that are to be picked, because the watch found them silent or the platform was away while they were scanned.
create table stream.to_pick (
    parcel bigint primary key,
    due    timestamptz not null,
    -- When the scan arrived that must be among those told, where a cluster's timelines may be behind its findings.
    news   timestamptz
);
create index to_pick_due on stream.to_pick (due);
alter table stream.to_pick enable row level security;
create policy to_pick_scope on stream.to_pick using (waypost_scope() = '/');
