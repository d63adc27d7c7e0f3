-- By which limit a finding was raised, as columns: precision is measured by stage and class of lane.
alter table watch.finding
    add column stage      text generated always as (limit_detail ->> 'stage') stored,
    add column lane_class text generated always as (limit_detail #>> '{lane,laneClass}') stored;
