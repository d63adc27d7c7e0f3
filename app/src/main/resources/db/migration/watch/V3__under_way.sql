-- The lists behind the numbers of a board: parcels under way, those not seen for longest first, of everybody and of a place.
-- Every scan moves its parcel in both; measured, that costs 10 to 20 % of the rate of scans, and a page takes at most 0.4 s at a
-- million parcels instead of the time to sort them.
create index state_under_way on watch.state (last_at, waybill) where due is not null or finding_id is not null;
create index state_under_way_by_place on watch.state (unit_path collate "C", last_at, waybill)
    where due is not null or finding_id is not null;
