-- A ticket's whole life: seventeen states, two-level kinds with an SOP of their own, the stage's clock, the period of law, a desk
-- that answers for it, hand-overs, merges and disputes. What was known of open tickets becomes a running clock.
alter table ticket.ticket drop constraint ticket_kind_check;
alter table ticket.ticket drop constraint ticket_state_check;
alter table ticket.ticket drop constraint ticket_patience_check;
alter table ticket.ticket drop constraint ticket_wait_reason_check;
alter table ticket.ticket drop constraint ticket_close_reason_check;
alter table ticket.ticket drop constraint ticket_check;
alter table ticket.ticket drop constraint ticket_check1;
alter table ticket.ticket drop constraint ticket_check2;
alter table ticket.ticket drop constraint ticket_check3;
alter table ticket.ticket drop constraint ticket_policy_version_fkey;
alter table ticket.ticket alter column waybill drop not null;
alter table ticket.history drop constraint history_by_kind_check;

alter table ticket.ticket
    -- Open tickets of one parcel and matter are one case; a kind that is a matter of its own stands for itself.
    add column matter          text not null default 'MOVEMENT',
    add column phase           text not null default 'UNIT',
    -- Whether somebody of ours owes the next step by next_at.
    add column owed            boolean not null default true,
    -- The unit, and the person there, that answer for it to the customer.
    add column desk_code       text collate "C" not null default '',
    add column desk_path       text collate "C" not null default '/',
    add column desk_person_id  uuid,
    add column desk_person_name text,
    add column hub             boolean not null default false,
    add column hand_overs      int not null default 0,
    add column passed_around   boolean not null default false,
    add column reopens         int not null default 0,
    add column sop_kind        text not null default 'SILENT_PARCEL',
    add column sop_version     int not null default 1,
    add column clock           jsonb,
    add column statutory_due   timestamptz,
    add column statutory_told  int not null default 0,
    add column call_tries      int,
    add column call_verdict    text,
    add column merged_into     text,
    add column merged_before   jsonb,
    -- Who came with it, and what they said; who they are stands sealed in ticket.contact.
    add column origin          text not null default 'AGENT',
    add column description     text not null default '',
    add column repeat_number   int not null default 1,
    add column parent_id       uuid references ticket.ticket (id),
    -- What came out: who is to blame, and why it happened.
    add column liability       text check (liability in ('LIABLE', 'PARTLY', 'NOT_LIABLE')),
    add column cause_code      text,
    -- Who has to see a 加急 ticket through, and who put it there.
    add column urgent_person_id   uuid,
    add column urgent_person_name text,
    add column urgent_at       timestamptz,
    add column urgent_by_name  text,
    add column updated_at      timestamptz not null default now();

-- What is computed below fires again only for what had not fired.
update ticket.ticket t set
    updated_at = coalesce(closed_at, answer_at, opened_at),
    phase = case state when 'DISPATCHED' then 'UNIT' when 'WAITING' then 'WAITING' when 'REPLIED' then 'REPLIED' else 'ENDED' end,
    owed = state = 'DISPATCHED',
    desk_code = region_code,
    desk_path = coalesce((select substring(place_path from '^/[^/]+/[^/]+/') where region_code <> headquarters_code),
                         substring(place_path from '^/[^/]+/'), '/'),
    sop_kind = kind,
    origin = case kind when 'SILENT_PARCEL' then 'WATCH' else 'AGENT' end,
    state = case when state = 'DISPATCHED' and level <> 'OUTLET' then 'ESCALATED' else state end,
    clock = case when state in ('DISPATCHED', 'REPLIED') then jsonb_build_object(
        'stage', case state when 'REPLIED' then 'VERIFICATION' else 'RESPONSE' end,
        'party', level,
        'calendar', 'always@1',
        'limits', jsonb_build_array(jsonb_build_object(
            'at', to_char((next_at - make_interval(mins => case state when 'REPLIED' then 720 else greatest(limit_minutes, 1) end))
                          at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'seconds', case state when 'REPLIED' then 720 else greatest(limit_minutes, 1) end * 60)),
        'spans', '[]'::jsonb,
        'since', to_char((next_at - make_interval(mins => case state when 'REPLIED' then 720 else greatest(limit_minutes, 1) end))
                         at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'last', to_char((next_at - make_interval(mins => case state when 'REPLIED' then 720 else greatest(limit_minutes, 1) end))
                        at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'warnings', case state when 'REPLIED' then '[]'::jsonb else '["PT30M"]'::jsonb end,
        'repeatSeconds', 3600,
        'repeats', 0,
        'fired', case patience
            when 'WARNED' then jsonb_build_array('WARNING ' || ((greatest(limit_minutes, 31) - 30) * 60))
            when 'LAPSED' then jsonb_build_array('WARNING ' || ((greatest(limit_minutes, 31) - 30) * 60),
                                                 'ESCALATION ' || (greatest(limit_minutes, 1) * 60))
            else '[]'::jsonb end) end;

alter table ticket.ticket drop column patience;
alter table ticket.ticket drop column policy_version;
drop table ticket.policy_limit;
drop table ticket.policy;
alter table ticket.ticket
    add constraint ticket_kind_form check (kind ~ '^[A-Z][A-Z_]*(\.[A-Z][A-Z_]*)?$'),
    add constraint ticket_phase_known check (phase in ('DESK', 'UNIT', 'WAITING', 'REPLIED', 'CHECK', 'APPEAL', 'ENDED')),
    add constraint ticket_ended check ((phase = 'ENDED') = (closed_at is not null)),
    add constraint ticket_waiting check ((state = 'WAITING') = (wait_reason is not null)),
    add constraint ticket_merged check ((state = 'MERGED') = (merged_into is not null));

-- One matter, one case. A ticket that was opened again stands beside one that was opened in the meantime.
drop index ticket.ticket_open_by_waybill;
create unique index ticket_open_by_matter on ticket.ticket (waybill, matter) where closed_at is null and reopens = 0;
create index ticket_open_of_waybill on ticket.ticket (waybill) where closed_at is null;
create index ticket_open_by_desk on ticket.ticket (desk_code, next_at, id) where closed_at is null;
create index ticket_open_by_desk_person on ticket.ticket (desk_person_id, next_at) where closed_at is null;
create index ticket_urgent on ticket.ticket (next_at, id) where urgent and closed_at is null;
create index ticket_statutory on ticket.ticket (statutory_due, id) where statutory_due is not null and closed_at is null;
create index ticket_passed_around on ticket.ticket (updated_at desc, id desc) where passed_around and closed_at is null;
create index ticket_children on ticket.ticket (parent_id) where parent_id is not null;
create index ticket_by_update on ticket.ticket (updated_at, id);
create index ticket_open_by_sop on ticket.ticket (sop_kind, sop_version) where closed_at is null;
create index ticket_open_by_calendar on ticket.ticket ((clock ->> 'calendar')) where closed_at is null;

-- Who came with a matter: sealed; a blind index finds the same customer again.
create table ticket.contact (
    ticket_id   uuid primary key references ticket.ticket (id),
    name        bytea,
    name_shown  text,
    phone       bytea,
    phone_shown text,
    phone_index bytea
);
create index contact_by_phone on ticket.contact (phone_index, ticket_id) where phone_index is not null;
alter table ticket.contact enable row level security;
create policy contact_scope on ticket.contact
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = contact.ticket_id));

-- What the customer wrote, and what was written to them.
create table ticket.message (
    seq       bigint generated always as identity,
    id        uuid primary key,
    ticket_id uuid not null references ticket.ticket (id),
    at        timestamptz not null,
    direction text not null check (direction in ('IN', 'OUT')),
    by_kind   text not null,
    by_name   text not null,
    text      text not null
);
create index message_by_ticket on ticket.message (ticket_id, seq);
alter table ticket.message enable row level security;
create policy message_scope on ticket.message
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = message.ticket_id));

-- Stages that are over, with their clocks: what happened can be explained, and new limits be tried on it.
create table ticket.course (
    id         uuid primary key,
    ticket_id  uuid not null references ticket.ticket (id),
    kind       text not null,
    sop_kind   text not null,
    sop_version int not null,
    stage      text not null,
    party      text not null,
    urgent     boolean not null,
    unit_code  text collate "C" not null,
    region_code text collate "C" not null,
    begun_at   timestamptz not null,
    ended_at   timestamptz not null,
    clock      jsonb not null
);
create index course_by_ticket on ticket.course (ticket_id, ended_at);
create index course_by_end on ticket.course (ended_at, id);
alter table ticket.course enable row level security;
create policy course_scope on ticket.course
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = course.ticket_id));
