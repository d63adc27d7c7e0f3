-- Whether the running transaction's scope sees an open ticket about the parcel. The tickets' own row policies decide what it sees.
-- Bound when it runs: migrations of features come in no promised order.
create function parcel.has_open_ticket(of_waybill text) returns boolean
    language plpgsql stable
    as $$ begin return exists (select 1 from ticket.ticket t where t.waybill = of_waybill and t.closed_at is null); end $$;

-- A parcel is seen by every unit that has had it or should have it, and by whoever is asked about it: a unit that a parcel was
-- misdirected to has the ticket before it has scanned anything. That reach ends with the ticket.
alter policy parcel_scope on parcel.parcel using (waypost_reaches_any(unit_paths) or parcel.has_open_ticket(waybill));
