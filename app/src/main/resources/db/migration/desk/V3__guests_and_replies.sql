-- Colleagues asked into a contact (咨询、三方). A row for each time; changed under the lock of its contact.
create table desk.guest (
    id            uuid primary key,
    contact_id    uuid not null references desk.contact (id),
    person_id     uuid not null references desk.seat (person_id),
    asked_by      uuid not null,
    asked_by_name text not null,
    note          text not null,
    role          text not null check (role in ('CONSULT', 'CONFERENCE')),
    asked_at      timestamptz not null,
    come_at       timestamptz,
    ended_at      timestamptz,
    end_kind      text check (end_kind in ('LEFT', 'SENT_AWAY', 'CONTACT_MOVED', 'GONE')),
    check ((ended_at is null) = (end_kind is null))
);
create unique index guest_now on desk.guest (contact_id, person_id) where ended_at is null;
create index guest_of_person on desk.guest (person_id) where ended_at is null;
alter table desk.guest enable row level security;
create policy guest_scope on desk.guest
    using (waypost_scope() = '/' or exists (select 1 from desk.contact c where c.id = guest.contact_id));

-- Sentences that are said often (快捷回复): of a unit, for its people and those below, or of one person.
create table desk.reply (
    id        uuid primary key,
    unit_code text collate "C",
    unit_path text collate "C",
    person_id uuid,
    code      text collate "C" not null,
    text      text not null,
    position  int not null default 0,
    by_name   text not null,
    at        timestamptz not null,
    version   bigint not null default 1,
    check ((unit_path is null) = (unit_code is null)),
    check ((unit_path is null) <> (person_id is null))
);
create unique index reply_of_unit on desk.reply (unit_code, code) where unit_code is not null;
create unique index reply_of_person on desk.reply (person_id, code) where person_id is not null;
alter table desk.reply enable row level security;
-- Whoever is below a unit sees its sentences; one's own are read by the desk itself.
create policy reply_scope on desk.reply
    using (waypost_scope() = '/' or waypost_reaches(unit_path) or starts_with(waypost_scope(), unit_path));

insert into desk.reply (id, unit_code, unit_path, code, text, position, by_name, at)
select gen_random_uuid(), 'HQ', '/HQ/', code, text, 10 * number, 'Waypost', now()
from (values
    (1, '问候', '{客户}您好，我是客服{坐席}，请问有什么可以帮您？'),
    (2, '稍等', '请稍等，我马上为您查询。'),
    (3, '要单号', '请把运单号发给我，我来帮您查。'),
    (4, '查件', '您的快件 {运单号} 我正在查看轨迹，请稍等一两分钟。'),
    (5, '催件', '已为您催促快件 {运单号}，网点会尽快联系您，有进展我第一时间告诉您。'),
    (6, '已开工单', '快件 {运单号} 的情况已经登记并转给负责的网点，处理结果会联系您。'),
    (7, '核实', '抱歉给您添麻烦了。我需要向网点核实，核实后给您答复。'),
    (8, '改地址', '可以为您登记改派，请告诉我新的地址、收件人和电话。'),
    (9, '理赔', '理赔需要核实责任和价值，请把购买凭证和包装照片发给我，我来帮您登记。'),
    (10, '还有吗', '请问还有其他可以帮您的吗？'),
    (11, '再见', '感谢您的来访，祝您生活愉快，再见。')) as packaged (number, code, text);
