create schema if not exists view;

-- A narrowed list under a name. unit_path: of the unit that it is shared with, or what its owner reached when it was kept.
create table view.view (
    id         uuid primary key,
    list       text not null,
    name       text not null,
    query      jsonb not null,
    columns    text[] not null default '{}',
    shared     text not null check (shared in ('PERSON', 'UNIT', 'ROLE')),
    unit_path  text collate "C" not null,
    unit_code  text,
    role       text,
    position   int not null default 0,
    owner_id   uuid not null,
    owner_name text not null,
    created_at timestamptz not null,
    version    int not null default 1,
    check ((shared = 'ROLE') = (role is not null)),
    check ((shared = 'PERSON') = (unit_code is null))
);
create index view_by_owner on view.view (owner_id, list);
create index view_by_unit on view.view (list, unit_path) where shared <> 'PERSON';

-- A shared view is for people at its unit and below, and is looked after by those who reach the unit.
alter table view.view enable row level security;
create policy view_scope on view.view using (waypost_reaches(unit_path) or starts_with(waypost_scope(), unit_path));

-- Which view a person's list begins with: one of the table or a built-in one.
create table view.first (
    person_id uuid not null,
    list      text not null,
    view      text not null,
    primary key (person_id, list)
);
