create schema if not exists identity;

-- Everybody who can sign in. Roles are named in access/roles.csv; where they reach is the path of their unit.
create table identity.person (
    id                   uuid primary key,
    username             text collate "C" not null unique check (username = lower(username)),
    name                 text not null check (name <> ''),
    phone                bytea,              -- sealed
    phone_index          bytea,              -- blind index
    unit_code            text collate "C" not null,
    unit_path            text collate "C" not null,
    roles                text[] not null,
    password             text not null,      -- hashed
    must_change_password boolean not null,
    active               boolean not null default true,
    locale               text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
    totp_secret          bytea,              -- sealed; in force once confirmed
    totp_confirmed       boolean not null default false,
    totp_last_step       bigint not null default 0,
    created_at           timestamptz not null,
    last_sign_in_at      timestamptz,
    version              int not null default 1,
    check (not totp_confirmed or totp_secret is not null)
);
create index person_by_path on identity.person (unit_path, username);
create index person_by_phone on identity.person (phone_index) where phone_index is not null;

alter table identity.person enable row level security;
create policy read_within_reach on identity.person for select using (waypost_reaches(unit_path));
create policy add_within_reach on identity.person for insert with check (waypost_reaches(unit_path));
create policy change_within_reach on identity.person for update
    using (waypost_reaches(unit_path)) with check (waypost_reaches(unit_path));

-- Who answers for a unit, by kind of work.
create table identity.duty (
    unit_code text collate "C" not null,
    unit_path text collate "C" not null,
    kind      text not null check (kind in ('SILENT_PARCEL', 'URGE', 'ALL')),
    person_id uuid not null references identity.person (id),
    primary key (unit_code, kind)
);
create index duty_of_person on identity.duty (person_id);

alter table identity.duty enable row level security;
create policy all_within_reach on identity.duty for all using (waypost_reaches(unit_path)) with check (waypost_reaches(unit_path));

-- Failed sign-ins of an account or an address (hashed), counted before the password is looked at.
create table identity.attempt (
    subject      bytea primary key,
    failures     int not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
create index attempt_by_time on identity.attempt (last_at);

-- Keys of partners' programs: the secret only as a hash, the Kuaidi100 salt sealed because signatures are made with it.
create table identity.partner_key (
    id              uuid primary key,
    name            text not null check (name <> ''),
    permissions     text[] not null,
    unit_code       text collate "C" not null,
    unit_path       text collate "C" not null,
    rate_per_minute int not null check (rate_per_minute > 0),
    secret_hash     bytea not null,
    kuaidi100_salt  bytea not null,
    created_at      timestamptz not null,
    created_by      text not null,
    last_used_at    timestamptz,
    revoked_at      timestamptz
);
alter table identity.partner_key enable row level security;
create policy read_within_reach on identity.partner_key for select using (waypost_reaches(unit_path));
create policy add_within_reach on identity.partner_key for insert with check (waypost_reaches(unit_path));
create policy change_within_reach on identity.partner_key for update
    using (waypost_reaches(unit_path)) with check (waypost_reaches(unit_path));

-- The duty person of the first of the units that names an active one. Answers whoever asks: a parcel of any outlet must find
-- its way up to people whom the asker may not list.
create function identity.nearest_on_duty(units text[], wanted text)
    returns table (person_id uuid, name text, unit_code text, phone bytea)
    language sql stable security definer set search_path = '' rows 1
    begin atomic
        select p.id, p.name, d.unit_code, p.phone
        from identity.duty d
        join identity.person p on p.id = d.person_id and p.active
        where d.unit_code = any (units) and d.kind in (wanted, 'ALL')
        order by array_position(units, d.unit_code collate "default"), (d.kind = wanted) desc
        limit 1;
    end;

-- Names for histories: a ticket names whoever answered it, wherever they belong.
create function identity.names(ids uuid[])
    returns table (id uuid, name text)
    language sql stable security definer set search_path = ''
    begin atomic
        select p.id, p.name from identity.person p where p.id = any (ids);
    end;

-- Where to reach somebody: the phone, sealed, of one person who may still sign in.
create function identity.phone_of(person uuid) returns bytea
    language sql stable security definer set search_path = ''
    begin atomic
        select p.phone from identity.person p where p.id = person and p.active;
    end;

-- Whether anybody has an account; the first one is made without signing in.
create function identity.nobody() returns boolean
    language sql stable security definer set search_path = ''
    begin atomic
        select not exists (select 1 from identity.person);
    end;

-- Which of the user names are taken, by whomever.
create function identity.taken(usernames text[]) returns setof text
    language sql stable security definer set search_path = ''
    begin atomic
        select p.username from identity.person p where p.username = any (usernames);
    end;
