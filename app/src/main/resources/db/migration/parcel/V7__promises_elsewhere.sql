-- Whether a parcel none of whose scans are here is delivered or turned back by those that are kept elsewhere: whoever looks at promises
-- need not look at it again. Says nothing once there are scans.
alter table parcel.parcel add column over_elsewhere boolean not null default false;

-- Also those that have no scans here: their scans may be elsewhere.
drop index parcel.parcel_by_promise;
create index parcel_by_promise on parcel.parcel (promised_at, waybill)
    where promised_at is not null and signed_at is null and returned_at is null and (last_at is not null or not over_elsewhere);
