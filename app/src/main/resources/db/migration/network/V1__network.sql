create schema if not exists network;

-- The organisation tree. The path names every unit from the headquarters down to this one: /HQ/R05/P44/.
create table network.unit (
    code         text collate "C" primary key check (code ~ '^[A-Za-z0-9._-]{1,32}$'),
    name         text not null check (name <> ''),
    kind         text not null
        check (kind in ('HEADQUARTERS', 'REGION', 'PROVINCE', 'CITY', 'HUB', 'OUTLET', 'DEPARTMENT')),
    parent_code  text collate "C" references network.unit (code) deferrable initially deferred,
    path         text collate "C" not null unique deferrable initially deferred,
    division     text check (division ~ '^[0-9]{6}$'),
    address      text,
    phone        text,
    opens        time,
    closes       time,
    service_area text,
    active       boolean not null default true,
    version      int not null default 1,
    check ((parent_code is null) = (kind = 'HEADQUARTERS')),
    check (path = '/' || code || '/' or path like '%/' || code || '/'),
    check ((opens is null) = (closes is null))
);
create unique index unit_has_one_root on network.unit ((true)) where parent_code is null;
create index unit_by_path on network.unit (path);
create index unit_by_parent on network.unit (parent_code);

alter table network.unit enable row level security;
create policy read_within_reach on network.unit for select using (waypost_reaches(path));
create policy add_within_reach on network.unit for insert with check (waypost_reaches(path));
create policy change_within_reach on network.unit for update using (waypost_reaches(path)) with check (waypost_reaches(path));

-- Grows with every change of tree or closures, so that each node knows when its picture is old. Locked by every writer.
create table network.revision (
    only_one boolean primary key default true check (only_one),
    number   bigint not null
);
insert into network.revision (number) values (0);

-- Announced stops: the unit and everything below it stand still from starts until ends (business time).
create table network.closure (
    id         uuid primary key,
    unit_code  text collate "C" not null references network.unit (code),
    unit_path  text collate "C" not null,
    reason     text not null check (reason in ('WEATHER', 'HOLIDAY', 'EPIDEMIC', 'ROAD', 'CAPACITY', 'AUTHORITY')),
    note       text not null,
    starts     timestamptz not null,
    ends       timestamptz not null check (ends >= starts),
    created_at timestamptz not null,
    created_by text not null,
    version    int not null default 1
);
create index closure_by_end on network.closure (ends, id);

alter table network.closure enable row level security;
-- A stop above somebody stops them too, so they see it.
create policy read_within_reach_or_above on network.closure for select
    using (waypost_reaches(unit_path) or starts_with(waypost_scope(), unit_path));
create policy add_within_reach on network.closure for insert with check (waypost_reaches(unit_path));
create policy change_within_reach on network.closure for update
    using (waypost_reaches(unit_path)) with check (waypost_reaches(unit_path));
