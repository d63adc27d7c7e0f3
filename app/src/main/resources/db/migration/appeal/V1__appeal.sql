create schema if not exists appeal;

-- Periods of law that appeals are counted by: versions with their source, never changed, only ended and followed.
create table appeal.period (
    key            text not null check (key in ('complaint.reply.statutory', 'appeal.company.answer', 'appeal.company.second.answer',
                                                'appeal.authority.answer', 'appeal.authority.extension', 'appeal.window')),
    jurisdiction   text not null check (jurisdiction ~ '^\d\d0000$'),
    value          text not null,
    effective_from date not null,
    effective_to   date,
    source         text not null,
    entered_at     timestamptz not null,
    entered_by     text not null,
    primary key (key, jurisdiction, effective_from),
    check (effective_to is null or effective_to >= effective_from)
);

create sequence appeal.running;

create table appeal.appeal (
    id                 uuid primary key,
    number             text collate "C" not null unique,
    authority_number   text collate "C" not null unique,
    office             text not null,
    jurisdiction       text not null,
    waybill            text collate "C" not null,
    ticket_id          uuid,
    ticket_number      text,
    category           text not null check (category in ('DELIVERY_SERVICE', 'DELAY', 'LOSS_SHORTAGE', 'DAMAGE', 'PICKUP_SERVICE',
                                                         'ILLEGAL_CHARGE', 'COD', 'OTHER')),
    reason             text,
    complainant_role   text not null check (complainant_role in ('SENDER', 'RECIPIENT', 'OTHER')),
    complainant_name   bytea,            -- sealed
    complainant_phone  bytea,            -- sealed
    phone_index        bytea,
    content            bytea not null,   -- sealed: people write names, phones and addresses into it
    request            bytea not null,   -- sealed
    appealed_on        date not null,
    forwarded_at       timestamptz not null,
    received_at        timestamptz not null,
    posted_on          date,
    complained_first   text not null,
    appeal_window      text not null,
    -- The unit that answers; outlets that were asked for evidence stand in unit_paths as well, and see it.
    unit_code          text collate "C" not null,
    unit_path          text collate "C" not null,
    region_code        text collate "C" not null,
    unit_paths         text[] not null check (cardinality(unit_paths) > 0),
    round              int not null check (round between 1 and 2),
    state              text not null check (state in ('RECEIVED', 'ASSIGNED', 'INVESTIGATING', 'WAITING_EVIDENCE', 'REPLY_DRAFTED',
                                                      'REPLY_CHECKED', 'REPLIED', 'REOPENED_BY_AUTHORITY', 'AUTHORITY_CLOSED',
                                                      'REFUSED_INTAKE')),
    owes               boolean not null,
    handler_id         uuid,
    handler_name       text,
    author_id          uuid,
    checker_id         uuid,
    liability          text check (liability in ('LIABLE', 'PARTLY', 'NOT_LIABLE')),
    finding            text check (finding in ('LIABLE', 'PARTLY', 'NOT_LIABLE', 'WITHDRAWN')),
    satisfied          boolean,
    refusal            text,
    replied_at         timestamptz,
    ended_at           timestamptz,
    late               boolean not null default false,
    due_from           timestamptz not null,
    due_at             timestamptz not null,
    due_last_day       date not null,
    due_jurisdiction   text not null,
    due_source         text not null,
    reminded           int not null default 0,
    remind_at          timestamptz,
    version            int not null,
    check (owes or remind_at is null)
) with (fillfactor = 80);

create index appeal_owed on appeal.appeal (due_at, id) where owes;
create index appeal_by_reminder on appeal.appeal (remind_at) where remind_at is not null;
create index appeal_by_time on appeal.appeal (forwarded_at desc, id desc);
create index appeal_by_waybill on appeal.appeal (waybill);
create index appeal_by_ticket on appeal.appeal (ticket_id) where ticket_id is not null;
create index appeal_by_handler on appeal.appeal (handler_id, due_at) where owes;

alter table appeal.appeal enable row level security;
create policy appeal_scope on appeal.appeal using (waypost_reaches_any(unit_paths));

-- Everything that happened to an appeal; added to, never changed.
create table appeal.history (
    seq       bigint generated always as identity,
    id        uuid primary key,
    appeal_id uuid not null references appeal.appeal (id),
    at        timestamptz not null,
    by_id     uuid,
    by_name   text not null,
    what      text not null,
    state     text not null,
    text      text,
    data      jsonb not null default '{}'
);
create index history_by_appeal on appeal.history (appeal_id, seq);
alter table appeal.history enable row level security;
create policy history_scope on appeal.history
    using (waypost_scope() = '/' or exists (select 1 from appeal.appeal a where a.id = history.appeal_id));

create function appeal.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The history of appeals is added to, never changed.';
end
$$;
create trigger history_stays before update or delete on appeal.history
    for each statement execute function appeal.refuse_change();

-- Units that were asked for evidence.
create table appeal.asked (
    id          uuid primary key,
    appeal_id   uuid not null references appeal.appeal (id),
    unit_code   text collate "C" not null,
    unit_path   text collate "C" not null,
    note        text not null,
    asked_at    timestamptz not null,
    asked_by    text not null,
    answer      text,
    answered_at timestamptz,
    answered_by text,
    check ((answer is null) = (answered_at is null))
);
create index asked_by_appeal on appeal.asked (appeal_id, asked_at);
create index asked_open on appeal.asked (unit_path) where answered_at is null;
alter table appeal.asked enable row level security;
create policy asked_scope on appeal.asked
    using (waypost_scope() = '/' or exists (select 1 from appeal.appeal a where a.id = asked.appeal_id));

-- Replies as they were written; the timeline is what was known of the parcel then.
create table appeal.reply (
    seq        bigint generated always as identity,
    id         uuid primary key,
    appeal_id  uuid not null references appeal.appeal (id),
    round      int not null,
    liability  text not null,
    text       bytea not null,  -- sealed
    timeline   jsonb not null,
    files      int not null,
    at         timestamptz not null,
    author_id  uuid not null,
    author     text not null,
    checked_at timestamptz,
    checked_by text,
    sent_at    timestamptz,
    sent_by    text,
    reference  text
);
create index reply_by_appeal on appeal.reply (appeal_id, seq);
alter table appeal.reply enable row level security;
create policy reply_scope on appeal.reply
    using (waypost_scope() = '/' or exists (select 1 from appeal.appeal a where a.id = reply.appeal_id));

-- How many parcels were picked up in a region in a month: entered by a person, else counted once the month is over.
create table appeal.volume (
    month       date not null check (extract(day from month) = 1),
    region_code text collate "C" not null,
    region_path text collate "C" not null,
    parcels     bigint not null check (parcels >= 0),
    counted     boolean not null,
    at          timestamptz not null,
    by_name     text not null,
    primary key (month, region_code)
);
alter table appeal.volume enable row level security;
create policy volume_scope on appeal.volume using (waypost_reaches(region_path));

insert into appeal.period (key, jurisdiction, value, effective_from, effective_to, source, entered_at, entered_by) values
    ('complaint.reply.statutory', '000000', 'P7D', '2018-05-01', '2025-05-31', '快递暂行条例第二十八条', '2026-11-01T00:00:00Z', 'waypost'),
    ('complaint.reply.statutory', '000000', 'P7D', '2025-06-01', null, '快递暂行条例第二十九条(国务院令第806号修订)', '2026-11-01T00:00:00Z', 'waypost'),
    ('complaint.reply.statutory', '330000', 'P7D', '2022-03-01', null, '浙江省快递业促进条例第三十七条', '2026-11-01T00:00:00Z', 'waypost'),
    ('appeal.company.answer', '000000', 'P15D', '2014-09-01', null, '邮政业消费者申诉处理办法(2014),沿用惯例,待核实', '2026-11-01T00:00:00Z', 'waypost'),
    ('appeal.company.second.answer', '000000', 'P5D', '2014-09-01', null, '邮政业消费者申诉处理办法(2014),沿用惯例,待核实', '2026-11-01T00:00:00Z', 'waypost'),
    ('appeal.authority.answer', '000000', 'P30D', '2009-10-01', null, '邮政法第六十五条', '2026-11-01T00:00:00Z', 'waypost'),
    ('appeal.authority.answer', '330000', 'P15D', '2022-03-01', null, '浙江省快递业促进条例第三十七条', '2026-11-01T00:00:00Z', 'waypost'),
    ('appeal.authority.extension', '330000', 'P15D', '2022-03-01', null, '浙江省快递业促进条例第三十七条', '2026-11-01T00:00:00Z', 'waypost'),
    ('appeal.window', '000000', 'P1Y', '2014-09-01', null, '邮政业用户申诉处理办法', '2026-11-01T00:00:00Z', 'waypost'),
    ('appeal.window', '330000', 'P6M', '2022-03-01', null, '浙江省快递业促进条例第三十七条', '2026-11-01T00:00:00Z', 'waypost');
