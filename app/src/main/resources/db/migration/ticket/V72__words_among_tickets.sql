-- The texts of the given tickets come first and their words are looked at one by one: left to itself the planner asks the index for all
-- texts of the network that have the words, which takes a hundred times as long.
create or replace function ticket.search_among(question tsquery, tickets uuid[], most int)
    returns table (id uuid, ticket_id uuid, at timestamptz, rank real)
    language sql stable security definer set search_path = pg_catalog as
$$
select s.id, s.ticket_id, s.at, pg_catalog.ts_rank_cd(s.words, question, 1)
from (select n.id, n.ticket_id, n.at, n.words from ticket.search n where n.ticket_id = any (tickets) offset 0) s
where s.words @@ question
limit most
$$;
