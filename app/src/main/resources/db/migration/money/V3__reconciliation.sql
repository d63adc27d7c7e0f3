-- Days of each gateway, as its statement and our payouts say.
create table money.reconciliation (
    gateway     text collate "C" not null,
    day         date not null,
    compared_at timestamptz not null,
    lines       int not null,
    fen         bigint not null,
    -- What we have as paid on that day.
    own         int not null,
    own_fen     bigint not null,
    found       int not null,
    primary key (gateway, day)
);

-- Lines of statements, as they came. A line that a gateway changes later is another line.
create table money.statement_line (
    gateway text collate "C" not null,
    day     date not null,
    line    int not null,
    key     text collate "C" not null,
    fen     bigint not null,
    primary key (gateway, day, line)
);
create index statement_line_of on money.statement_line (gateway, key);

-- The day of each gateway that is compared next, and when; a node locks the row while it is at it.
create table money.reconciling (
    gateway  text collate "C" primary key,
    next_day date not null,
    next_at  timestamptz not null,
    reason   text
);

-- What does not agree, until people have settled it.
create table money.difference (
    id          uuid primary key,
    gateway     text collate "C" not null,
    kind        text not null check (kind in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS', 'PAID_TWICE', 'PAID_AFTER_FAILURE',
                                              'FAILED_AFTER_PAYMENT')),
    key         text collate "C" not null,
    -- Day of the statement, or of the notice.
    day         date not null,
    payout      uuid references money.payout (id),
    fen_here    bigint,
    fen_there   bigint,
    found_at    timestamptz not null,
    state       text not null check (state in ('OPEN', 'PROPOSED', 'SETTLED', 'CLEARED')),
    verdict     text check (verdict in ('PAID', 'NOT_PAID', 'NOTED')),
    words       text,
    proposed_by text,
    proposer    uuid,
    settled_by  text,
    settled_at  timestamptz,
    unique (gateway, kind, key)
);
create index difference_open on money.difference (found_at, id) where state in ('OPEN', 'PROPOSED');
create index difference_newest on money.difference (found_at desc, id desc);
create index difference_of_day on money.difference (gateway, day);
