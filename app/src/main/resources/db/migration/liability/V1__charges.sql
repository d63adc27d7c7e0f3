create schema if not exists liability;

-- One for each claim that was paid: which units of the network bear it.
create table liability.charge (
    id              uuid primary key,
    claim           uuid not null unique,
    claim_number    text collate "C" not null unique,
    waybill         text collate "C" not null,
    kind            text not null,
    fen             bigint not null check (fen > 0),
    paid_at         timestamptz not null,
    judged_at       timestamptz,
    state           text not null check (state in ('UNJUDGED', 'UNDECIDED', 'JUDGED', 'ANSWERED', 'STANDING', 'ARBITRATION', 'FINAL')),
    ending          text check (ending in ('ACCEPTED', 'UPHELD', 'MOVED', 'LIFTED', 'BORNE')),
    tier            text check (tier in ('REGION', 'HEADQUARTERS')),
    evidence_until  timestamptz,
    rebut_until     timestamptz,
    appeal_until    timestamptz,
    ended_at        timestamptz,
    -- When the platform has to do something by itself: judge, or close what time has closed.
    due_at          timestamptz,
    evidence_hours  int not null check (evidence_hours > 0),
    rebuttal_hours  int not null check (rebuttal_hours > 0),
    appeal_hours    int not null check (appeal_hours > 0),
    -- As the engine judged last, with its explanation; null before.
    judgement       jsonb,
    -- The scans that it judged by.
    chain           jsonb not null default '[]',
    shares          jsonb not null default '[]',
    -- How often it was charged provisionally, and the transaction of the ledger by which it is now.
    round           int not null default 0,
    booked          uuid,
    -- Who sees it: the units that bear it and those on the parcel's way, who are the other side. The headquarters alone while nobody is
    -- charged.
    unit_paths      text[] not null check (cardinality(unit_paths) > 0),
    version         int not null default 1,
    check ((state = 'FINAL') = (ending is not null)),
    check (state <> 'ARBITRATION' or tier is not null),
    check (state not in ('JUDGED', 'ANSWERED') or evidence_until is not null),
    check (state <> 'ANSWERED' or rebut_until is not null),
    check (state <> 'STANDING' or appeal_until is not null),
    check (booked is null or state not in ('UNJUDGED', 'UNDECIDED', 'FINAL'))
) with (fillfactor = 80);
create index charge_due on liability.charge (due_at) where due_at is not null;
create index charge_by_time on liability.charge (paid_at desc, id desc);
create index charge_by_judgement on liability.charge (judged_at) where judged_at is not null;
create index charge_by_waybill on liability.charge (waybill);
create index charge_by_unit on liability.charge using gin (unit_paths);

alter table liability.charge enable row level security;
create policy see_within_reach on liability.charge for select using (waypost_reaches_any(unit_paths));
create policy add_always on liability.charge for insert with check (true);
create policy step_within_reach on liability.charge for update using (waypost_reaches_any(unit_paths)) with check (true);

-- What each unit bears as things stand: the shares summed up, to be counted and added.
create table liability.burden (
    charge_id uuid not null references liability.charge (id),
    unit_code text collate "C" not null,
    unit_path text collate "C" not null,
    per_mille int not null check (per_mille between 1 and 1000),
    fen       bigint not null check (fen >= 0),
    -- 2 where the unit bears it alone, 1 where units share it.
    halves    int not null check (halves in (1, 2)),
    primary key (charge_id, unit_code)
);
create index burden_by_unit on liability.burden (unit_code);
alter table liability.burden enable row level security;
create policy burden_scope on liability.burden
    using (waypost_scope() = '/' or exists (select 1 from liability.charge c where c.id = charge_id));

-- Who took part, in order: they do not arbitrate.
create table liability.part (
    number    bigint generated always as identity primary key,
    charge_id uuid not null references liability.charge (id),
    person    uuid not null,
    unit_code text collate "C" not null,
    role      text not null check (role in ('SETTLED', 'ANSWERED', 'REBUTTED', 'APPEALED')),
    at        timestamptz not null
);
create index part_of_charge on liability.part (charge_id, number);
-- There is one appeal.
create unique index one_appeal on liability.part (charge_id) where role = 'APPEALED';
alter table liability.part enable row level security;
create policy part_scope on liability.part
    using (waypost_scope() = '/' or exists (select 1 from liability.charge c where c.id = charge_id));

-- What charged units brought forward.
create table liability.evidence (
    number    bigint generated always as identity primary key,
    charge_id uuid not null references liability.charge (id),
    unit_code text collate "C" not null,
    kind      text not null,
    text      text not null,
    files     int not null,
    at        timestamptz not null,
    by_name   text not null,
    outcome   text check (outcome in ('ACCEPTED', 'REBUTTED'))
);
create index evidence_of_charge on liability.evidence (charge_id, number);
alter table liability.evidence enable row level security;
create policy evidence_scope on liability.evidence
    using (waypost_scope() = '/' or exists (select 1 from liability.charge c where c.id = charge_id));

-- Everything that happened to a charge; added to, never changed.
create table liability.history (
    number    bigint generated always as identity primary key,
    charge_id uuid not null references liability.charge (id),
    at        timestamptz not null,
    by_id     uuid not null,
    by_name   text not null,
    unit_code text,
    what      text not null,
    state     text not null,
    text      text,
    data      jsonb not null default '{}'
);
create index history_of_charge on liability.history (charge_id, number);
alter table liability.history enable row level security;
create policy history_scope on liability.history
    using (waypost_scope() = '/' or exists (select 1 from liability.charge c where c.id = charge_id));

create function liability.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The history of charges is added to, never changed.' using errcode = 'integrity_constraint_violation';
end $$;
create trigger history_stays before update or delete or truncate on liability.history
    for each statement execute function liability.refuse_change();
