create schema if not exists system;

-- The code that makes the first account, hashed; one at most, gone once it is used.
create table system.setup_code (
    only_one boolean primary key default true check (only_one),
    hash     bytea not null
);
