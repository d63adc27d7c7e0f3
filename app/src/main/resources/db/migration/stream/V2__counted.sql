-- Up to which frame of the engine's log its scans are counted among the sums of sites and scanners; moved in the transaction that adds them.
alter table stream.host add column counted bigint not null default 0;
