-- News of silent parcels beyond what a person is told one by one in an hour; told together when the hour is over.
create table notice.held (
    id        uuid primary key,
    person_id uuid not null,
    hour      timestamptz not null,
    news      text not null,
    ticket_id uuid not null
);
create index held_by_hour on notice.held (hour, person_id);
