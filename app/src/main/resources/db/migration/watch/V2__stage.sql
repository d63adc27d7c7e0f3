-- The stage says more than whether a site is an outlet: a leg between hubs is not a leg to an outlet.
alter table watch.state add column stage text;
update watch.state set stage = 'DEPARTED' where last_type is not null;
alter table watch.state drop column outlet;
