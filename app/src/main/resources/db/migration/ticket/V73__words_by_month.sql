-- Words by month. Ids tell time, so each month's texts have a table and an index of their own, and a search goes from the newest month
-- back until it has found enough: the index of a month is a small part of all, is asked once, and stays in memory where it is the newest.
-- (Before, one index held all, and weeks stood among the tags to narrow it down.)
alter table ticket.search rename to search_before;
alter table ticket.search_before rename constraint search_pkey to search_before_pkey;
alter index ticket.search_words rename to search_before_words;
alter index ticket.search_by_ticket rename to search_before_by_ticket;

create table ticket.search (
    id        uuid primary key,
    ticket_id uuid not null,
    kind      text not null,
    at        timestamptz not null,
    words     tsvector not null,
    tags      text[] not null
) partition by range (id);
create index search_words on ticket.search using gin (words, tags);
create index search_by_ticket on ticket.search (ticket_id);
alter table ticket.search enable row level security;
create policy search_scope on ticket.search
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = search.ticket_id));
comment on table ticket.search is 'words of what people wrote on tickets; partitions by the time that ids tell, read by way of this table only';

-- The smallest id of that instant.
create function ticket.search_id(at timestamptz) returns uuid
    language sql immutable parallel safe as
$$
select rpad(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0'), 32, '0')::uuid
$$;

-- Ids that tell a time without a table: of clocks that are far off.
create table ticket.search_others partition of ticket.search default;
alter table ticket.search_others enable row level security;

-- Makes the tables of the months from the one to the other, but for those that are there. What came too early for its month is moved
-- into it. Returns how many were made.
create function ticket.search_months(since timestamptz, until timestamptz) returns int
    language plpgsql security definer set search_path = pg_catalog as
$$
declare
    month timestamptz := date_trunc('month', since, 'UTC');
    part  text;
    lowest uuid;
    above uuid;
    made  int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('ticket.search_months'));
    while month <= until loop
        part := 'search_' || to_char(month at time zone 'UTC', 'YYYYMM');
        lowest := ticket.search_id(month);
        above := ticket.search_id(date_trunc('month', month + interval '32 days', 'UTC'));
        if to_regclass('ticket.' || part) is null
           and not exists (select from ticket.search_reach r where r.low < above and r.high > lowest) then
            execute format('create table ticket.%I (like ticket.search including defaults including constraints)', part);
            execute format('alter table ticket.%I enable row level security', part);
            execute format('with early as (delete from ticket.search_others where id >= %L and id < %L returning *) '
                           'insert into ticket.%I select * from early', lowest, above, part);
            execute format('alter table ticket.search attach partition ticket.%I for values from (%L) to (%L)', part, lowest, above);
            insert into ticket.search_reach values (part, lowest, above);
            made := made + 1;
        end if;
        month := date_trunc('month', month + interval '32 days', 'UTC');
    end loop;
    return made;
end
$$;

-- Which ids each of the tables holds.
create table ticket.search_reach (
    name text primary key,
    low  uuid not null,
    high uuid not null
);

-- What was written before this version stays as it is, in a table of its own.
do
$$
declare
    until uuid := ticket.search_id(date_trunc('month', now() + interval '32 days', 'UTC'));
begin
    if exists (select from ticket.search_before) then
        drop policy search_scope on ticket.search_before;
        with early as (delete from ticket.search_before where id >= until returning *)
        insert into ticket.search_others select * from early;
        execute format('alter table ticket.search attach partition ticket.search_before for values from (minvalue) to (%L)', until);
        insert into ticket.search_reach values ('search_before', '00000000-0000-0000-0000-000000000000', until);
    else
        drop table ticket.search_before;
    end if;
end
$$;
select ticket.search_months(now() - interval '40 days', now() + interval '92 days');

create or replace function ticket.search_moves() returns trigger
    language plpgsql as
$$
begin
    update ticket.search set tags = ticket.search_places(new.place_path) where ticket_id = new.id;
    return null;
end
$$;

-- Row-level security keeps PostgreSQL from using the index for @@, which might tell a row's content before the policy is asked. So
-- candidates are found past it, bounded in number, and give no more than ids and ranks; whoever asks reads the rows under the policy.
-- Left to itself the planner takes words that are rare together for common ones and reads the table until it has enough.
-- Months are numbered from the present one, which is 0; those to come and the others are last. Each gives at most that many, and none is asked when the ones
-- before it gave so many.
drop function ticket.search_candidates(tsquery, text[], text[], int);
create function ticket.search_candidates(question tsquery, places text[], present timestamptz, first int, beyond int, most int)
    returns table (id uuid, ticket_id uuid, at timestamptz, rank real)
    language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off as
$$
#variable_conflict use_column
declare
    month text;
    found_there bigint;
    found_in_all bigint := 0;
begin
    for month in
        select name from (select name, low, high from ticket.search_reach union all select 'search_others', null, null) as m
        order by low > ticket.search_id(present + interval '1 day') nulls last, high desc offset first limit beyond - first
    loop
        -- A condition that may be left out keeps the planner from the index: each question has a statement of its own.
        return query execute format('select s.id, s.ticket_id, s.at, ts_rank_cd(s.words, $1, 1) from ticket.%I s '
                                    'where s.words @@ $1 %s limit $3', month, case when places is null then '' else 'and s.tags @> $2' end)
            using question, places, most;
        get diagnostics found_there = row_count;
        found_in_all := found_in_all + found_there;
        exit when found_in_all >= most;
    end loop;
end
$$;

-- The newest texts, looked through one by one, see V71: of the tables from the newest back, until so many are looked through.
create or replace function ticket.search_newest(question tsquery, places text[], looked_at int, most int)
    returns table (id uuid, ticket_id uuid, at timestamptz, rank real)
    language plpgsql stable security definer set search_path = pg_catalog as
$$
#variable_conflict use_column
declare
    month text;
    there int;
    left_over int := looked_at;
begin
    for month in
        select name from (select name, high from ticket.search_reach union all select 'search_others', null) as m order by high desc nulls first
    loop
        return query execute format('select s.id, s.ticket_id, s.at, ts_rank_cd(s.words, $1, 1) '
                                    'from (select * from ticket.%I order by id desc limit $4) s '
                                    'where s.words @@ $1 and ($2 is null or s.tags @> $2) limit $3', month)
            using question, places, most, left_over;
        execute format('select count(*) from (select from ticket.%I order by id desc limit $1) as s', month) into there using left_over;
        left_over := left_over - there;
        exit when left_over <= 0;
    end loop;
end
$$;
drop function ticket.search_times(timestamptz);
