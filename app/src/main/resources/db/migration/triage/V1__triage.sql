create schema if not exists triage;

-- Who gets a ticket first. Asked in the order of their positions; what a rule meant when it decided stands in the ticket's history.
create table triage.rule (
    id         uuid primary key,
    position   int not null,
    name       text not null check (name <> ''),
    active     boolean not null,
    body       jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);

-- Whether the tickets of a unit are shared out among its people; a unit without a row does what units of its kind do.
create table triage.sharing (
    unit_code  text collate "C" primary key,
    sharing    text not null check (sharing in ('ON', 'OFF')),
    changed_at timestamptz not null,
    changed_by text not null
);

-- Number grows with every change, so that each node knows when its picture is old; rules with every change of the rules, so that two
-- people do not overwrite each other: what a rule does depends on those before it. Locked by every writer.
create table triage.revision (
    only_one boolean primary key default true check (only_one),
    number   bigint not null,
    rules    int not null
);
insert into triage.revision (number, rules) values (1, 1);

-- What the software brings along. The first does what was always done; the others are proposals and switched off.
insert into triage.rule (id, position, name, active, body, changed_at, changed_by)
select cast('7a1a6e00-0000-7000-8000-0000000000' || lpad(position::text, 2, '0') as uuid), position, name, active, cast(body as jsonb),
       '2020-01-01T00:00:00Z', 'Waypost'
from (values
    (1, '静默包裹找应负责的单位', true, '{"when":{"kinds":["SILENT_PARCEL"]},"outcome":{"owner":"HOLDING_UNIT"}}'),
    (2, '药品救命件加急', false,
     '{"when":{"keywords":["药品","胰岛素","疫苗","救命","手术"],"channels":["AGENT","CUSTOMER","PARTNER"]},"outcome":{"urgent":"MEDICINE"}}'),
    (3, '同一客户第三次来找，交大区', false, '{"when":{"sorts":["COMPLAINT"],"repeats":3},"outcome":{"owner":"REGION"}}'),
    (4, '已签收的派送投诉，直派派件网点', false,
     '{"when":{"kinds":["FALSE_SIGN","DOOR_DELIVERY"],"parcels":["SIGNED","AT_STATION"]},"outcome":{"owner":"DELIVERING_OUTLET"}}'),
    (5, '还没揽收的催揽，派揽收网点', false,
     '{"when":{"kinds":["URGE.PICK_UP","DELAY.PICK_UP"],"custody":["NONE"]},"outcome":{"owner":"COLLECTING_OUTLET"}}'),
    (6, '在转运中心的延误，直派转运中心', false,
     '{"when":{"kinds":["DELAY.TRANSPORT","URGE.TRANSIT"],"custody":["HUB"]},"outcome":{"owner":"HOLDING_UNIT"}}')
) as packaged (position, name, active, body);
