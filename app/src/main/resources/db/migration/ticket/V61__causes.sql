-- Tickets that ended, counted by why they came to be, where, and when.
create index ticket_ended_by_cause on ticket.ticket (closed_at) include (cause_code, region_code, place_code, place_path)
    where closed_at is not null;
create index ticket_of_cause on ticket.ticket (cause_code, closed_at) include (region_code, place_code, place_path)
    where cause_code is not null and closed_at is not null;
