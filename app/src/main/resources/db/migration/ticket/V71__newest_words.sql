-- The newest texts, looked through one by one: a word that one text in some hundred has is found here many times sooner than by the index,
-- which first brings together all texts that have it. Ids tell time.
create function ticket.search_newest(question tsquery, places text[], looked_at int, most int)
    returns table (id uuid, ticket_id uuid, at timestamptz, rank real)
    language sql stable security definer set search_path = pg_catalog as
$$
select s.id, s.ticket_id, s.at, pg_catalog.ts_rank_cd(s.words, question, 1)
from (select n.id, n.ticket_id, n.at, n.words, n.tags from ticket.search n order by n.id desc limit looked_at) s
where s.words @@ question
  and (places is null or s.tags @> places)
limit most
$$;
