create schema if not exists money;

-- Accounts. Those that have no owner stand here from the beginning; the others come to be with their first posting.
create table money.account (
    id    bigint generated always as identity primary key,
    kind  text collate "C" not null check (kind in ('BANK', 'IN_TRANSIT', 'CLAIM_PAYABLE', 'CLAIM_EXPENSE', 'UNIT_PROVISIONAL',
                                                    'UNIT_RECEIVABLE', 'PENALTY')),
    owner text collate "C" not null check (length(owner) <= 64),
    unique (kind, owner),
    check ((owner = '') = (kind in ('BANK', 'CLAIM_EXPENSE', 'PENALTY')))
);
insert into money.account (kind, owner) values ('BANK', ''), ('CLAIM_EXPENSE', ''), ('PENALTY', '');

-- What was booked.
create table money.transaction (
    id        uuid primary key,
    reference text collate "C" not null unique check (reference <> '' and length(reference) <= 120),
    note      text not null check (length(note) <= 200),
    currency  text not null default 'CNY' check (currency = 'CNY'),
    -- The transaction whose opposite it is: each has one at most.
    reverses  uuid unique references money.transaction (id),
    -- Business time.
    at        timestamptz not null,
    by        text not null,
    -- The database's own transaction that wrote it, so that nothing can be added later.
    xid       xid8 not null default pg_current_xact_id()
);

-- Its lines. Debits are above zero, credits below.
create table money.posting (
    number      bigint generated always as identity primary key,
    transaction uuid not null references money.transaction (id),
    line        int not null check (line > 0),
    -- No foreign key: one would lock the row of a busy account for every line that is written. The trigger below looks instead, and
    -- accounts never go.
    account     bigint not null,
    fen         bigint not null check (fen <> 0 and fen between -1000000000000000 and 1000000000000000),
    xid         xid8 not null default pg_current_xact_id(),
    unique (transaction, line)
);
-- Covers both the balance and the pages of an account.
create index posting_of_account on money.posting (account, xid, number) include (fen);

-- What is booked stays as it is, for every role: also for the owner of the tables and for replayed changes.
create function money.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What stands in %.% is never changed: % is refused', tg_table_schema, tg_table_name, tg_op
        using errcode = 'integrity_constraint_violation', hint = 'Book the opposite instead.';
end $$;
create trigger never_changed before update or delete or truncate on money.account
    for each statement execute function money.refuse_change();
create trigger never_changed before update or delete or truncate on money.transaction
    for each statement execute function money.refuse_change();
create trigger never_changed before update or delete or truncate on money.posting
    for each statement execute function money.refuse_change();
alter table money.account enable always trigger never_changed;
alter table money.transaction enable always trigger never_changed;
alter table money.posting enable always trigger never_changed;

create function money.stamp_transaction() returns trigger language plpgsql as $$
begin
    new.xid := pg_current_xact_id();
    return new;
end $$;
create trigger stamp before insert on money.transaction for each row execute function money.stamp_transaction();

-- A line belongs to a transaction that is being written now, and to an account that there is.
create function money.stamp_posting() returns trigger language plpgsql as $$
begin
    new.xid := pg_current_xact_id();
    if not exists (select 1 from money.transaction where id = new.transaction and xid = new.xid) then
        raise exception 'The transaction % was booked before: no line is added to it', new.transaction
            using errcode = 'integrity_constraint_violation';
    end if;
    if not exists (select 1 from money.account where id = new.account) then
        raise exception 'There is no account %', new.account using errcode = 'foreign_key_violation';
    end if;
    return new;
end $$;
create trigger stamp before insert on money.posting for each row execute function money.stamp_posting();

-- Debits and credits of a transaction are the same, and there are two lines at least. Looked at when the writing is over, once for the
-- transaction and again for each line, so that no line comes after the look.
create function money.require_balance(booked uuid) returns void language plpgsql as $$
declare
    lines bigint;
    total numeric;
begin
    select count(*), coalesce(sum(fen), 0) into lines, total from money.posting where transaction = booked;
    if lines < 2 or total <> 0 then
        raise exception 'The transaction % has % lines that sum to % fen', booked, lines, total
            using errcode = 'check_violation', hint = 'Debits and credits must be the same.';
    end if;
end $$;
create function money.balance_transaction() returns trigger language plpgsql as $$
begin
    perform money.require_balance(new.id);
    return null;
end $$;
create function money.balance_posting() returns trigger language plpgsql as $$
begin
    perform money.require_balance(new.transaction);
    return null;
end $$;
create constraint trigger balances after insert on money.transaction deferrable initially deferred
    for each row execute function money.balance_transaction();
create constraint trigger balances after insert on money.posting deferrable initially deferred
    for each row execute function money.balance_posting();

-- Until the end of the transaction nobody else takes from what that claimant is owed.
create function money.lock_claim(claim text) returns void language sql volatile as $$
    select pg_advisory_xact_lock(hashtextextended('money.claim ' || claim, 0))
$$;

-- Nobody is paid more than is owed to them: what is taken from a claimant's account never exceeds what was put there.
create function money.require_owed() returns trigger language plpgsql as $$
declare
    claim text;
    total numeric;
begin
    select owner into claim from money.account where id = new.account and kind = 'CLAIM_PAYABLE';
    if found then
        perform money.lock_claim(claim);
        select sum(fen) into total from money.posting where account = new.account;
        if total > 0 then
            raise exception 'The claim % would have been paid % fen more than is owed', claim, total
                using errcode = 'check_violation', hint = 'Maybe it was paid already.';
        end if;
    end if;
    return null;
end $$;
create constraint trigger owed after insert on money.posting deferrable initially deferred
    for each row when (new.fen > 0) execute function money.require_owed();

alter table money.transaction enable always trigger stamp;
alter table money.transaction enable always trigger balances;
alter table money.posting enable always trigger stamp;
alter table money.posting enable always trigger balances;
alter table money.posting enable always trigger owed;

-- Sums of an account so far, so that the balance of a busy one needs few lines. Derived, and checked against the lines.
-- What counts as "so far" is every line that a transaction of the database older than "below" wrote. When a mark is made all of those have
-- ended, so that none can add a line behind it; the numbers of lines would not do, since a small one may be committed after a large one.
create table money.mark (
    account  bigint primary key references money.account (id),
    below    xid8 not null,
    lines    bigint not null check (lines >= 0),
    fen      bigint not null,
    made_at  timestamptz not null,
    -- The database server that it was made on: after a restore elsewhere transactions are counted anew and no mark holds.
    system   bigint not null
);

-- When marks are made next, and up to which line busy accounts were looked for; a node locks it while it is at it.
create table money.marking (
    only_one boolean primary key default true check (only_one),
    next_at  timestamptz not null default timestamptz 'epoch',
    seen     bigint not null default 0
);
insert into money.marking default values;

create function money.system() returns bigint language sql stable as $$
    select system_identifier from pg_control_system()
$$;
