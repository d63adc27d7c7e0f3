create schema if not exists claim;

-- Versions of the claim standard and of who may grant how much. One that was approved never changes, except that it may be withdrawn before it begins.
create table claim.version (
    version        int primary key check (version >= 1),
    state          text not null check (state in ('DRAFT', 'APPROVED', 'DROPPED')),
    body           jsonb not null,
    note           text not null,
    author         text not null,
    -- Everybody who wrote in it: none of them approves it.
    editors        uuid[] not null default '{}',
    made_at        timestamptz not null,
    -- From when it counts, business time, until the next approved one does; null while it is a draft.
    effective_from timestamptz,
    approved_by    text,
    approved_at    timestamptz,
    dropped        text,
    -- Of the row, so that two people do not overwrite each other.
    revision       int not null default 1,
    check ((state = 'APPROVED') = (effective_from is not null and approved_at is not null))
);
create index version_in_force on claim.version (effective_from desc, approved_at desc, version desc) where state = 'APPROVED';

create sequence claim.running;

create table claim.claim (
    id              uuid primary key,
    number          text not null unique,
    waybill         text not null,
    kind            text not null,
    state           text not null,
    state_since     timestamptz not null,
    channel         text not null check (channel in ('CUSTOMER', 'STAFF')),
    claimant_role   text not null check (claimant_role in ('SENDER', 'RECIPIENT')),
    claimant_name   bytea,
    claimant_phone  bytea,
    phone_index     bytea,
    goods           text not null,
    story           bytea,
    -- What is known of the case, without personal data: the facts of the calculator.
    facts           jsonb not null,
    assessment      jsonb,
    book_version    int,
    owed_fen        bigint not null default 0 check (owed_fen >= 0),
    entered_by      uuid,
    proposed_by     uuid,
    proposed_fen    bigint not null default 0 check (proposed_fen >= 0),
    decided_by      uuid,
    counters        int not null default 0,
    reviewed        boolean not null default false,
    -- What the claimant is told with the amount or the refusal, and what they want instead.
    answer          text,
    counter_fen     bigint check (counter_fen > 0),
    payee_way       text,
    payee_account   bytea,
    payee_name      bytea,
    payee_index     bytea,
    -- How many payouts were ordered; each has a reference of its own.
    payouts         int not null default 0,
    unit_code       text not null,
    unit_path       text not null,
    unit_paths      text[] not null,
    -- Of the parcel, to count claims by.
    product         text,
    origin_code     text,
    handler_id      uuid,
    handler_name    text,
    quick           boolean not null default false,
    applied_at      timestamptz,
    agreed_at       timestamptz,
    paid_at         timestamptz,
    ended_at        timestamptz,
    -- By when a complaint is dealt with by law, counted from the application.
    statutory_at    timestamptz,
    -- By when whoever has to act has to have acted; null where nobody of us has.
    due_at          timestamptz,
    overdue         boolean not null default false,
    version         int not null default 1
);
create index claim_due on claim.claim (due_at) where due_at is not null and not overdue;
create index claim_open on claim.claim (due_at, id) where ended_at is null and state <> 'DRAFT';
create index claim_of_waybill on claim.claim (waybill);
create index claim_of_phone on claim.claim (phone_index, applied_at) where phone_index is not null;
create index claim_of_payee on claim.claim (payee_index) where payee_index is not null;
create index claim_applied on claim.claim (applied_at desc, id desc) where applied_at is not null;
alter table claim.claim enable row level security;
create policy claim_scope on claim.claim using (waypost_reaches_any(unit_paths));

-- What happened to a claim, in order; never changed.
create table claim.step (
    id        uuid primary key,
    claim_id  uuid not null references claim.claim (id),
    at        timestamptz not null,
    what      text not null,
    state     text not null,
    person_id uuid,
    person    text not null,
    words     text,
    data      jsonb not null default '{}'
);
create index step_of_claim on claim.step (claim_id, id);
alter table claim.step enable row level security;
create policy step_scope on claim.step
    using (waypost_scope() = '/' or exists (select 1 from claim.claim c where c.id = step.claim_id));

-- What the photos of claims look like, and the quarters by which nearly the same ones are found.
create table claim.print (
    file_id  uuid primary key,
    claim_id uuid not null references claim.claim (id),
    print    bigint not null,
    first    int not null,
    second   int not null,
    third    int not null,
    fourth   int not null
);
create index print_of_claim on claim.print (claim_id);
create index print_first on claim.print (first);
create index print_second on claim.print (second);
create index print_third on claim.print (third);
create index print_fourth on claim.print (fourth);

-- Codes that were sent to a party of a parcel, of which only a keyed index is kept.
create table claim.code (
    waybill text not null,
    sender  boolean not null,
    code    bytea not null,
    until   timestamptz not null,
    tries   int not null default 0,
    primary key (waybill, sender)
);

-- What has to be known of other claims whoever asks: whoever claims twice does so in two regions. Each tells numbers and no more.
create function claim.claims_of_person(asked uuid, since timestamptz) returns bigint
    language sql stable security definer set search_path = '' as $$
    select count(*) from claim.claim o join claim.claim c on c.phone_index = o.phone_index
    where c.id = asked and o.id <> c.id and o.applied_at >= since
$$;

create function claim.others_with_account(asked uuid) returns bigint
    language sql stable security definer set search_path = '' as $$
    select count(distinct coalesce(o.phone_index, o.id::text::bytea)) from claim.claim o join claim.claim c on c.payee_index = o.payee_index
    where c.id = asked and o.id <> c.id and o.phone_index is distinct from c.phone_index and o.applied_at is not null
$$;

-- What the same person, account or parcel was granted since then besides.
create function claim.exposure(asked uuid, since timestamptz) returns bigint
    language sql stable security definer set search_path = '' as $$
    select coalesce(sum(o.proposed_fen), 0)::bigint from claim.claim o, claim.claim c
    where c.id = asked and o.id <> c.id and o.agreed_at >= since
        and (o.waybill = c.waybill or o.phone_index = c.phone_index or o.payee_index = c.payee_index)
$$;

create function claim.same_parcel(asked uuid) returns text
    language sql stable security definer set search_path = '' as $$
    select o.number from claim.claim o join claim.claim c on c.waybill = o.waybill
    where c.id = asked and o.id <> c.id and o.applied_at is not null and o.state not in ('REFUSED', 'WITHDRAWN')
    order by o.applied_at limit 1
$$;

create function claim.near_prints(asked uuid) returns table (number text, mine bigint, other bigint)
    language sql stable security definer set search_path = '' as $$
    select c.number, m.print, o.print
    from claim.print m
    join claim.print o on o.claim_id <> m.claim_id
        and (o.first = m.first or o.second = m.second or o.third = m.third or o.fourth = m.fourth)
    join claim.claim c on c.id = o.claim_id
    where m.claim_id = asked and c.applied_at is not null order by c.applied_at limit 500
$$;
