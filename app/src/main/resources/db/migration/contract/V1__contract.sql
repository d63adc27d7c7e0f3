create schema if not exists contract;

-- A contract customer (合同客户): a firm with terms, people and numbers of its own.
create table contract.contract (
    id         uuid primary key,
    code       text collate "C" not null unique,
    name       text not null,
    unit_code  text collate "C" not null,
    unit_path  text collate "C" not null,
    -- Days of Beijing, both in; null for without end.
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    state      text not null check (state in ('ACTIVE', 'SUSPENDED', 'ENDED')),
    since      timestamptz not null,
    version    bigint not null default 1
);
alter table contract.contract enable row level security;
create policy contract_scope on contract.contract using (waypost_reaches(unit_path));

-- Versions of its terms (条款): the newest counts for who comes from now on. Added to, never changed.
create table contract.terms (
    contract_id uuid not null references contract.contract (id),
    version     int not null check (version >= 1),
    body        jsonb not null,
    at          timestamptz not null,
    by_id       uuid,
    by_name     text not null,
    primary key (contract_id, version)
);
alter table contract.terms enable row level security;
create policy terms_scope on contract.terms
    using (waypost_scope() = '/' or exists (select 1 from contract.contract c where c.id = terms.contract_id));
create function contract.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'Terms of contracts are added to, never changed.';
end
$$;
create trigger terms_stay before update or delete on contract.terms
    for each statement execute function contract.refuse_change();

-- Somebody who speaks for it (联系人).
create table contract.person (
    id          uuid primary key,
    contract_id uuid not null references contract.contract (id),
    name        bytea not null,         -- sealed
    role        text not null,
    position    int not null
);
create index person_by_contract on contract.person (contract_id, position);
alter table contract.person enable row level security;
create policy person_scope on contract.person
    using (waypost_scope() = '/' or exists (select 1 from contract.contract c where c.id = person.contract_id));

-- By what they are known when they turn to us.
create table contract.address (
    id          uuid primary key,
    person_id   uuid not null references contract.person (id) on delete cascade,
    kind        text not null check (kind in ('PHONE', 'EMAIL', 'WECHAT', 'APP', 'PARTNER')),
    account     text collate "C",       -- ours, on which alone they are known by it; null for any
    value_index bytea not null,         -- blind
    value       bytea not null,         -- sealed
    label       text not null,          -- masked, to be shown
    position    int not null
);
create index address_by_person on contract.address (person_id, position);
create index address_by_value on contract.address (kind, value_index);
alter table contract.address enable row level security;
create policy address_scope on contract.address
    using (waypost_scope() = '/' or exists (select 1 from contract.person p where p.id = address.person_id));

-- Numbers and accounts of ours that are for that customer alone (专属号码).
create table contract.account (
    contract_id uuid not null references contract.contract (id),
    channel     text not null check (channel in ('PHONE', 'CHAT', 'WECHAT', 'EMAIL', 'SMS', 'FEEDBACK', 'PARTNER')),
    account     text collate "C" not null,
    primary key (contract_id, channel, account)
);
create index account_by_channel on contract.account (channel, account);
alter table contract.account enable row level security;
create policy account_scope on contract.account
    using (waypost_scope() = '/' or exists (select 1 from contract.contract c where c.id = account.contract_id));
