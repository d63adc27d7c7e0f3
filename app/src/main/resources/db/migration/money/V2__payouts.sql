-- Payouts. Each has one key for its whole life, its id; what is told to it stands in money.payout_event.
create table money.payout (
    id            uuid primary key,
    reference     text collate "C" not null unique check (reference <> '' and length(reference) <= 100),
    claim         text collate "C" not null check (claim <> '' and length(claim) <= 64),
    fen           bigint not null check (fen > 0 and fen <= 1000000000000000),
    currency      text not null default 'CNY' check (currency = 'CNY'),
    -- To whom, sealed. The keyed index finds the same payee again without being readable.
    way           text not null check (way in ('BANK_CARD', 'ALIPAY', 'WECHAT')),
    account       bytea not null,
    name          bytea not null,
    payee         bytea not null,
    remark        text not null check (length(remark) <= 60),
    unit_path     text collate "C" not null,
    -- Where it goes, for its whole life: another gateway would not know the key.
    gateway       text collate "C" not null,
    ordered_at    timestamptz not null,
    ordered_by    text not null,
    state         text not null check (state in ('ORDERED', 'SENDING', 'TAKEN', 'UNKNOWN', 'PAID', 'FAILED')),
    sends         int not null default 0,
    refusals      int not null default 0,
    asks          int not null default 0,
    first_sent_at timestamptz,
    sent_at       timestamptz,
    due_at        timestamptz,
    reason        text,
    since         timestamptz not null,
    -- The batch that the bank got it in, where it goes by file.
    batch         uuid,
    check ((due_at is null) = (state in ('PAID', 'FAILED'))),
    check ((sends = 0) = (first_sent_at is null))
);
create index payout_due on money.payout (due_at) where due_at is not null;
create index payout_of_claim on money.payout (claim);
create index payout_of_payee on money.payout (payee);
create index payout_settled on money.payout (gateway, since) where due_at is null;
create index payout_newest on money.payout (ordered_at desc, id desc);
create index payout_unbatched on money.payout (gateway, ordered_at) where batch is null and state = 'TAKEN';
create index payout_of_batch on money.payout (batch) where batch is not null;
alter table money.payout enable row level security;
create policy see_within_reach on money.payout for select using (waypost_reaches(unit_path));
create policy add_always on money.payout for insert with check (true);
create policy go_on on money.payout for update using (waypost_scope() = '/');

-- What a payout is never changes; how far it is does. No payout goes away, and none that is over is sent again.
create function money.keep_payout() returns trigger language plpgsql as $$
begin
    if (new.id, new.reference, new.claim, new.fen, new.currency, new.way, new.account, new.name, new.payee, new.gateway, new.ordered_at)
        is distinct from (old.id, old.reference, old.claim, old.fen, old.currency, old.way, old.account, old.name, old.payee, old.gateway,
                          old.ordered_at) then
        raise exception 'The payout % is never changed to another', old.id using errcode = 'integrity_constraint_violation';
    end if;
    if old.state in ('PAID', 'FAILED') and new.state not in ('PAID', 'FAILED') then
        raise exception 'The payout % is over', old.id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger kept before update on money.payout for each row execute function money.keep_payout();
create trigger never_removed before delete or truncate on money.payout
    for each statement execute function money.refuse_change();

-- What happened to each, to be read by people.
create table money.payout_event (
    number bigint generated always as identity primary key,
    payout uuid not null references money.payout (id),
    at     timestamptz not null,
    by     text not null,
    event  text not null,
    -- The state that it led to.
    state  text not null,
    detail text
);
create index payout_event_of on money.payout_event (payout, number);
create trigger never_changed before update or delete or truncate on money.payout_event
    for each statement execute function money.refuse_change();
alter table money.payout_event enable row level security;
create policy see_with_payout on money.payout_event for select
    using (waypost_scope() = '/' or exists (select 1 from money.payout p where p.id = payout));
create policy add_always on money.payout_event for insert with check (true);

-- What gateways told by themselves, as it came: kept before it is answered, once for each of their numbers.
create table money.notice (
    id          uuid primary key,
    gateway     text collate "C" not null,
    number      text collate "C" not null,
    body        bytea not null,
    received_at timestamptz not null,
    -- When it was worked on; null until then.
    done_at     timestamptz,
    outcome     text,
    unique (gateway, number)
);
create index notice_to_do on money.notice (received_at) where done_at is null;

-- Batches for a bank that takes files. The file is made from the payouts whenever it is asked for.
create table money.batch (
    id         uuid primary key,
    number     text collate "C" not null unique,
    gateway    text collate "C" not null,
    made_at    timestamptz not null,
    made_by    text not null,
    payouts    int not null check (payouts > 0),
    fen        bigint not null check (fen > 0),
    -- When somebody took the file away for the first time.
    fetched_at timestamptz,
    fetched_by text,
    -- When the bank's answer to all of it was there.
    closed_at  timestamptz
);
create index batch_newest on money.batch (made_at desc, id desc);
