create schema if not exists parcel;

-- Bulk statements carry instants as microseconds since 1970: exact, and quick to send.
create function parcel.instant(micros bigint) returns timestamptz
    language sql immutable parallel safe
    return timestamptz '1970-01-01T00:00:00Z' + micros * interval '1 microsecond';

-- One row a waybill: what was registered, and how far the scans say it has come.
create table parcel.parcel (
    waybill               text primary key,
    status                text not null,
    last_type             text,
    last_at               timestamptz,
    last_site             text,
    returned_at           timestamptz,
    signed_at             timestamptz,
    promised_at           timestamptz,
    product               text,
    weight_grams          int,
    declared_value_fen    bigint,
    origin_site           text,
    destination_site      text,
    sender_division       text,
    recipient_division    text,
    sender_name           bytea,
    sender_phone          bytea,
    sender_phone_index    bytea,
    sender_address        bytea,
    recipient_name        bytea,
    recipient_phone       bytea,
    recipient_phone_index bytea,
    recipient_address     bytea,
    unit_paths            text[] not null,
    first_arrived_at      timestamptz not null
) with (fillfactor = 80);

create index parcel_by_recipient_phone on parcel.parcel (recipient_phone_index) where recipient_phone_index is not null;
create index parcel_by_sender_phone on parcel.parcel (sender_phone_index) where sender_phone_index is not null;

alter table parcel.parcel enable row level security;
-- A parcel is seen by every unit that has had it, or should have it.
create policy parcel_scope on parcel.parcel using (waypost_reaches_any(unit_paths));

-- The timeline. Its key is what makes two uploads the same scan.
create table parcel.scan (
    waybill      text not null,
    scanned_at   timestamptz not null,
    type         text not null,
    site         text not null,
    id           uuid not null,
    effective_at timestamptz not null,
    arrived_at   timestamptz not null,
    next_site    text,
    device       text,
    operator     text,
    bag          text,
    weight_grams int,
    remark       text,
    flags        text,
    source       text not null,
    event_id     text,
    primary key (waybill, scanned_at, type, site)
);
create unique index scan_by_event on parcel.scan (source, event_id) where event_id is not null;
create index scan_by_arrival on parcel.scan using brin (arrived_at);

alter table parcel.scan enable row level security;
create policy scan_scope on parcel.scan
    using (waypost_scope() = '/' or exists (select 1 from parcel.parcel p where p.waybill = scan.waybill));

create table parcel.note (
    id          uuid primary key,
    waybill     text not null references parcel.parcel (waybill),
    at          timestamptz not null,
    person_id   uuid,
    person_name text not null,
    text        text not null
);
create index note_by_waybill on parcel.note (waybill, at);

alter table parcel.note enable row level security;
create policy note_scope on parcel.note
    using (waypost_scope() = '/' or exists (select 1 from parcel.parcel p where p.waybill = note.waybill));
