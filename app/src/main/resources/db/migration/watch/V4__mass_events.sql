-- A place where many parcels fell silent together. Its parcels hang on one ticket, and it ends when most of them have moved.
create table watch.mass_event (
    id        uuid primary key,
    site      text not null,
    cause     text not null,
    unit_path text not null,
    began_at  timestamptz not null,
    ended_at  timestamptz,
    joined    bigint not null default 0,
    standing  bigint not null default 0,
    ticket_id uuid,
    -- When it is looked at next: whether it is over, then to give those left over tickets of their own; null when all is done.
    look_at   timestamptz
);
create unique index mass_event_standing on watch.mass_event (site, cause) where ended_at is null;
create index mass_event_by_time on watch.mass_event (began_at desc, id);
create index mass_event_by_ticket on watch.mass_event (ticket_id);
create index mass_event_look on watch.mass_event (look_at) where look_at is not null;

alter table watch.mass_event enable row level security;
create policy mass_event_scope on watch.mass_event using (waypost_reaches(unit_path));

alter table watch.finding add column event_id uuid;
create index finding_of_event on watch.finding (event_id, raised_at) where event_id is not null;
create index finding_at_site on watch.finding (responsible_site, raised_at) where cleared_at is null;
