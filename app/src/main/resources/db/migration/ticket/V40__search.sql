-- Words of what people wrote on tickets, cut in Java. Found by words within a part of the tree (tags hold the codes of the units on the
-- place's path) and, where a word is common, within the latest weeks (tags hold the week and the month).
create table ticket.search (
    id        uuid primary key,
    ticket_id uuid not null,
    kind      text not null,
    at        timestamptz not null,
    words     tsvector not null,
    tags      text[] not null
);
create index search_words on ticket.search using gin (words, tags);
create index search_by_ticket on ticket.search (ticket_id);
alter table ticket.search enable row level security;
create policy search_scope on ticket.search
    using (waypost_scope() = '/' or exists (select 1 from ticket.ticket t where t.id = search.ticket_id));

create function ticket.search_times(at timestamptz) returns text[]
    language sql immutable parallel safe as
$$
select array['w' || floor(extract(epoch from at) / 604800)::bigint, 'm' || to_char(at at time zone 'UTC', 'YYYYMM')]
$$;

create function ticket.search_places(place_path text) returns text[]
    language sql immutable parallel safe as
$$
select string_to_array(btrim(place_path, '/'), '/')
$$;

-- A ticket that moves to another place takes its words along.
create function ticket.search_moves() returns trigger
    language plpgsql as
$$
begin
    update ticket.search
    set tags = ticket.search_places(new.place_path) || ticket.search_times(at)
    where ticket_id = new.id;
    return null;
end
$$;
create trigger ticket_search_moves after update of place_path on ticket.ticket
    for each row when (old.place_path is distinct from new.place_path) execute function ticket.search_moves();

-- Row-level security keeps PostgreSQL from using the index for @@, which might tell a row's content before the policy is asked. So
-- candidates are found past it, bounded in number, and give no more than ids and ranks; whoever asks reads the rows under the policy.
create function ticket.search_candidates(question tsquery, places text[], times text[], most int)
    returns table (id uuid, ticket_id uuid, at timestamptz, rank real)
    language sql stable security definer set search_path = pg_catalog as
$$
select s.id, s.ticket_id, s.at, pg_catalog.ts_rank_cd(s.words, question, 1)
from ticket.search s
where s.words @@ question
  and (places is null or s.tags @> places)
  and (times is null or s.tags && times)
limit most
$$;

-- The same among given tickets: those that somebody sees by another way than by place.
create function ticket.search_among(question tsquery, tickets uuid[], most int)
    returns table (id uuid, ticket_id uuid, at timestamptz, rank real)
    language sql stable security definer set search_path = pg_catalog as
$$
select s.id, s.ticket_id, s.at, pg_catalog.ts_rank_cd(s.words, question, 1)
from ticket.search s
where s.ticket_id = any (tickets) and s.words @@ question
limit most
$$;

-- How far the words of texts written before this version have been cut.
create table ticket.search_backfill (
    source   text primary key check (source in ('HISTORY', 'ANSWER')),
    done     bigint not null,
    until    bigint not null
);
insert into ticket.search_backfill
select 'HISTORY', 0, coalesce(max(seq), 0) from ticket.history
union all
select 'ANSWER', 0, coalesce(max(seq), 0) from ticket.answer;
