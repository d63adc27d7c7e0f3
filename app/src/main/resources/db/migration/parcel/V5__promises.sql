-- Parcels on their way whose promise is near, in the order of their promises; those that have arrived leave it.
create index parcel_by_promise on parcel.parcel (promised_at, waybill)
    where promised_at is not null and signed_at is null and returned_at is null;
