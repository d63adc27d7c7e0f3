create schema if not exists ticket;

-- The time limits that tickets are decided by: never changed, only followed by a newer version.
create table ticket.policy (
    version              int primary key,
    effective_from       timestamptz not null,
    source               text not null,
    warn_minutes         int not null check (warn_minutes > 0),
    check_minutes        int not null check (check_minutes > 0),
    longest_wait_minutes int not null check (longest_wait_minutes > 0),
    lateness_minutes     int not null check (lateness_minutes >= 0)
);

create table ticket.policy_limit (
    version int not null references ticket.policy (version),
    kind    text not null check (kind in ('SILENT_PARCEL', 'URGE', 'QUERY')),
    urgent  boolean not null,
    level   text not null check (level in ('OUTLET', 'REGION', 'HEADQUARTERS')),
    minutes int not null check (minutes > 0),
    primary key (version, kind, urgent, level)
);

insert into ticket.policy values (1, '2020-01-01T00:00:00Z', 'Business targets: outlet response within 2 hours', 30, 720, 10080, 30);
insert into ticket.policy_limit
select 1, kind, urgent, level, minutes
from (values ('SILENT_PARCEL', false, 120, 120, 240),
             ('SILENT_PARCEL', true, 60, 60, 120),
             ('URGE', false, 120, 120, 240),
             ('URGE', true, 60, 60, 120),
             ('QUERY', false, 1440, 480, 480),
             ('QUERY', true, 120, 120, 240)) as l (kind, urgent, outlet, region, headquarters),
     lateral (values ('OUTLET', outlet), ('REGION', region), ('HEADQUARTERS', headquarters)) as m (level, minutes);

create sequence ticket.running;

create table ticket.ticket (
    id                uuid primary key,
    number            text collate "C" not null unique,
    waybill           text collate "C" not null,
    kind              text not null check (kind in ('SILENT_PARCEL', 'URGE', 'QUERY')),
    silent            boolean not null,
    urgent            boolean not null,
    urgent_reason     text,
    finding_id        uuid,
    state             text not null check (state in ('DISPATCHED', 'WAITING', 'REPLIED', 'CLOSED')),
    level             text not null check (level in ('OUTLET', 'REGION', 'HEADQUARTERS')),
    patience          text check (patience in ('FRESH', 'WARNED', 'LAPSED')),
    wait_reason       text check (wait_reason in ('CUSTOMER', 'ROAD')),
    -- When the answer is due, the pause ends, or a scan must have come: what lists are sorted by.
    next_at           timestamptz,
    -- When the clock does something by itself; empty when nothing more will happen.
    wake_at           timestamptz,
    place_code        text collate "C" not null,
    place_path        text collate "C" not null,
    region_code       text collate "C" not null,
    headquarters_code text collate "C" not null,
    unit_code         text collate "C" not null,
    unit_path         text collate "C" not null,
    -- The tree changed above the place, and the units of the ladder must be looked up again.
    moved             boolean not null default false,
    person_id         uuid,
    person_name       text,
    policy_version    int not null references ticket.policy (version),
    limit_minutes     int not null,
    urges             int not null default 0,
    answer_kind       text,
    answer_at         timestamptz,
    answer_by_id      uuid,
    answer_by_name    text,
    -- Whether the first answer came before it was due; empty while nobody answered.
    answered_in_time  boolean,
    opened_at         timestamptz not null,
    closed_at         timestamptz,
    close_reason      text check (close_reason in ('CAUSE_GONE', 'ANSWERED_AND_MOVED', 'SETTLED', 'MISTAKE')),
    version           int not null,
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((state = 'CLOSED') = (next_at is null)),
    check ((state = 'DISPATCHED') = (patience is not null)),
    check ((state = 'WAITING') = (wait_reason is not null))
) with (fillfactor = 80);

-- One matter, one case: urging, asking and silence of a parcel are the same cause, and have one open ticket.
create unique index ticket_open_by_waybill on ticket.ticket (waybill) where closed_at is null;
create index ticket_by_waybill on ticket.ticket (waybill, opened_at desc);
create index ticket_by_finding on ticket.ticket (finding_id) where finding_id is not null;
create index ticket_by_wake on ticket.ticket (wake_at) where wake_at is not null;
create index ticket_moved on ticket.ticket (id) where moved;
create index ticket_open_by_next on ticket.ticket (next_at, id) where closed_at is null;
create index ticket_open_by_place on ticket.ticket (place_path, next_at) where closed_at is null;
create index ticket_open_by_unit on ticket.ticket (unit_code, next_at) where closed_at is null;
create index ticket_open_by_person on ticket.ticket (person_id, next_at) where closed_at is null;
create index ticket_closed on ticket.ticket (closed_at desc, id desc) where closed_at is not null;
create index ticket_by_opening on ticket.ticket (opened_at desc, id desc);

-- Units that see a ticket although it is not with them or below them: who opened it, and who had it before.
create table ticket.sight (
    ticket_id uuid not null references ticket.ticket (id),
    unit_path text collate "C" not null,
    primary key (ticket_id, unit_path)
);
create index sight_by_path on ticket.sight (unit_path, ticket_id);
alter table ticket.sight enable row level security;
create policy sight_scope on ticket.sight using (waypost_reaches(unit_path));

alter table ticket.ticket enable row level security;
create policy ticket_scope on ticket.ticket
    using (waypost_reaches(place_path)
        or exists (select 1 from ticket.sight s where s.ticket_id = ticket.id));

-- Everything that happened to a ticket; added to, never changed.
create table ticket.history (
    seq         bigint generated always as identity,
    id          uuid primary key,
    ticket_id   uuid not null references ticket.ticket (id),
    at          timestamptz not null,
    by_kind     text not null check (by_kind in ('PERSON', 'PARTNER', 'SYSTEM')),
    by_id       uuid,
    by_name     text not null,
    what        text not null,
    level       text,
    unit_code   text,
    person_id   uuid,
    person_name text,
    text        text,
    data        jsonb not null default '{}'
);
create index history_by_ticket on ticket.history (ticket_id, seq);
alter table ticket.history enable row level security;
create policy history_scope on ticket.history
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = history.ticket_id));

create function ticket.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The history of tickets is added to, never changed.';
end
$$;
create trigger history_stays before update or delete on ticket.history
    for each statement execute function ticket.refuse_change();

create table ticket.answer (
    seq            bigint generated always as identity,
    id             uuid primary key,
    ticket_id      uuid not null references ticket.ticket (id),
    at             timestamptz not null,
    by_id          uuid not null,
    by_name        text not null,
    kind           text not null,
    remark         text not null,
    until          timestamptz,
    misdirected_to text
);
create index answer_by_ticket on ticket.answer (ticket_id, seq);
alter table ticket.answer enable row level security;
create policy answer_scope on ticket.answer
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = answer.ticket_id));

-- Photos lie as files under random names in the data folder; a photo without an answer was uploaded and not used yet.
create table ticket.photo (
    id          uuid primary key,
    ticket_id   uuid not null references ticket.ticket (id),
    answer_id   uuid references ticket.answer (id),
    file        text not null unique,
    width       int not null,
    height      int not null,
    bytes       int not null,
    uploaded_at timestamptz not null,
    uploaded_by uuid not null
);
create index photo_by_answer on ticket.photo (answer_id) where answer_id is not null;
create index photo_by_ticket on ticket.photo (ticket_id);
create index photo_unused on ticket.photo (uploaded_at) where answer_id is null;
alter table ticket.photo enable row level security;
create policy photo_scope on ticket.photo
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = photo.ticket_id));
