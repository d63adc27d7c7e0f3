-- Open tickets whose calendar or SOP changed wait here until their clocks were counted anew.
alter table ticket.ticket add column recount boolean not null default false;
create index ticket_to_recount on ticket.ticket (id) where recount;
