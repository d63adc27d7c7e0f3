-- The days of rest of single places that learning knows, as a list of {site, stage, laneClass, days}; days as in limit_row.
alter table watch.limit_version add column rest_by_place jsonb not null default '[]';

-- The eighth bit says that only a part of what waits there rests, and that it is not known which.
alter table watch.limit_row drop constraint limit_row_rest_days_check;
alter table watch.limit_row add constraint limit_row_rest_days_check check (rest_days between 0 and 254 and (rest_days & 127) < 127);
