-- How the recipient wants it delivered; a wish is no consent.
alter table parcel.parcel add column delivery_wish text;

-- What the recipient agreed to, when and how. Kept one by one: asked again, the first answer still covers what was done after it.
create table parcel.consent (
    waybill text not null references parcel.parcel (waybill),
    mode    text not null,
    at      timestamptz not null,
    channel text not null,
    primary key (waybill, mode, at)
);

alter table parcel.consent enable row level security;
create policy consent_scope on parcel.consent using (parcel.reaches(waybill));
