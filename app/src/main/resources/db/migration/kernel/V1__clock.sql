create schema if not exists kernel;

-- Where the demonstration's clock stood; one row.
create table kernel.clock (
    only_one boolean primary key default true check (only_one),
    shown    timestamptz not null,
    speed    double precision not null check (speed >= 0)
);
