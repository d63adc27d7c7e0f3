-- The platform's own tables: event registry of Spring Modulith (schema v2) and the sessions of Spring Session.
create table event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on event_publication (completion_date);

create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- The scope of the running transaction; null (nothing) where none was set.
create function waypost_scope() returns text
    language sql stable parallel safe
    return nullif(current_setting('waypost.scope', true), '');

-- Whether a unit of that path lies within the scope of the running transaction.
create function waypost_reaches(unit_path text) returns boolean
    language sql stable parallel safe
    return starts_with(unit_path, waypost_scope());

-- Whether one of several units lies within it.
create function waypost_reaches_any(unit_paths text[]) returns boolean
    language sql stable parallel safe
    return waypost_scope() = '/' or exists (select 1 from unnest(unit_paths) as p where starts_with(p, waypost_scope()));
