-- The days of the week on which nothing goes on from such a place, so that they do not count: one bit a day, Monday the lowest.
alter table watch.limit_row add column rest_days int not null default 0 check (rest_days between 0 and 126);
