create schema if not exists improvement;

-- Causes that people added, and packaged ones that they renamed or retired; the packaged catalogue is in the program.
create table improvement.cause (
    code       text collate "C" primary key check (code ~ '^[A-Z][A-Z_]{1,30}(\.[A-Z][A-Z_]{1,30})?$'),
    name_zh    text not null,
    name_en    text not null,
    department text not null,
    active     boolean not null,
    revision   int not null
);

create table improvement.item (
    id            uuid primary key,
    cause_code    text collate "C" not null,
    -- Whose tickets it is about, and who sees it.
    unit_code     text collate "C" not null,
    unit_path     text collate "C" not null,
    title         text not null,
    plan          text not null,
    owner_id      uuid not null,
    owner_name    text not null,
    due           date not null,
    measure       text not null check (measure in ('SHARE', 'PER_WEEK')),
    state         text not null check (state in ('PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'VERIFIED', 'FAILED', 'DROPPED')),
    before_from   timestamptz not null,
    before_until  timestamptz not null,
    before_count  bigint not null,
    before_ended  bigint not null,
    done_at       timestamptz,
    looks         int not null default 0,
    -- When the platform compares; only while it is done and not yet decided.
    compare_at    timestamptz,
    after_until   timestamptz,
    after_count   bigint,
    after_ended   bigint,
    proposed_at   timestamptz not null,
    proposed_by   text not null,
    ended_at      timestamptz,
    version       int not null,
    check ((state = 'DONE') = (compare_at is not null)),
    check ((after_until is null) = (after_count is null) and (after_until is null) = (after_ended is null)),
    check (state not in ('DONE', 'VERIFIED', 'FAILED') or done_at is not null)
);
create index item_by_compare on improvement.item (compare_at) where compare_at is not null;
create index item_by_cause on improvement.item (cause_code, id desc);
create index item_by_state on improvement.item (state, id desc);
alter table improvement.item enable row level security;
create policy item_scope on improvement.item using (waypost_reaches(unit_path));

-- What happened to an item; added to, never changed.
create table improvement.history (
    seq     bigint generated always as identity primary key,
    item_id uuid not null references improvement.item (id),
    at      timestamptz not null,
    by_name text not null,
    state   text not null,
    note    text
);
create index history_by_item on improvement.history (item_id, seq);
alter table improvement.history enable row level security;
create policy history_scope on improvement.history
    using (waypost_scope() = '/' or exists (select 1 from improvement.item i where i.id = history.item_id));
create function improvement.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The history of improvements is added to, never changed.';
end
$$;
create trigger history_stays before update or delete on improvement.history
    for each statement execute function improvement.refuse_change();
