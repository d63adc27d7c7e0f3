-- Whom the tickets are given to, or under which ticket they are put.
alter table ticket.bulk add column target uuid;
-- Of many rows only those that were not done are looked at again and again while the rest goes on.
create index bulk_row_refused on ticket.bulk_row (bulk_id, no) where outcome in ('REFUSED', 'FAILED', 'UNKNOWN');
