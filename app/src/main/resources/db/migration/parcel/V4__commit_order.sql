-- Which transaction stored the scan. Whoever counts scans reads up to the oldest transaction that is still running: what commits late is
-- then counted late, and never missed. Scans from before this column have 0.
alter table parcel.scan add column tx bigint not null default 0;
alter table parcel.scan alter column tx set default pg_current_xact_id()::text::bigint;
create index scan_by_tx on parcel.scan (tx) where tx > 0;
