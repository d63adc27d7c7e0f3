-- Whether the parcel lies within the scope of the running transaction, for row policies of the features that stand on parcels.
create function parcel.reaches(of_waybill text) returns boolean
    language sql stable
    return waypost_scope() = '/' or exists (select 1 from parcel.parcel p where p.waybill = of_waybill);
