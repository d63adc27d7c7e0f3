-- Parcels whose course may be wrong, and when to ask the rules about all of their scans; most turn out to be in order and are let go.
create table stream.suspected (
    parcel bigint primary key,
    due    timestamptz not null
);
create index suspected_due on stream.suspected (due);
alter table stream.suspected enable row level security;
create policy suspected_scope on stream.suspected using (waypost_scope() = '/');
