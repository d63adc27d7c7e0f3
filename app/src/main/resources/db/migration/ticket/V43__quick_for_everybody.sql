-- A condition that may be left out keeps the planner from the index: each question has a statement of its own.
create or replace function ticket.search_candidates(question tsquery, places text[], times text[], most int)
    returns table (id uuid, ticket_id uuid, at timestamptz, rank real)
    language plpgsql stable security definer set search_path = pg_catalog as
$$
#variable_conflict use_column
begin
    if places is null and times is null then
        return query
            select s.id, s.ticket_id, s.at, ts_rank_cd(s.words, question, 1) from ticket.search s
            where s.words @@ question limit most;
    elsif times is null then
        return query
            select s.id, s.ticket_id, s.at, ts_rank_cd(s.words, question, 1) from ticket.search s
            where s.words @@ question and s.tags @> places limit most;
    elsif places is null then
        return query
            select s.id, s.ticket_id, s.at, ts_rank_cd(s.words, question, 1) from ticket.search s
            where s.words @@ question and s.tags && times limit most;
    else
        return query
            select s.id, s.ticket_id, s.at, ts_rank_cd(s.words, question, 1) from ticket.search s
            where s.words @@ question and s.tags @> places and s.tags && times limit most;
    end if;
end
$$;

-- Tickets of a place, open and closed.
create index if not exists ticket_by_place on ticket.ticket (place_path, opened_at desc);
