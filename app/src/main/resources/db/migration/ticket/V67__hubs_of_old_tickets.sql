-- V50 took every place of the tickets that were there for an outlet. At a hub, the hub is responsible, by the hub's row of the SOP.
-- The tree is another feature's table, which a new platform may not have yet; then it has no tickets either.
do $$
begin
    if to_regclass('network.unit') is not null then
        update ticket.ticket t
        set hub = true,
            clock = case when t.clock ->> 'party' = 'OUTLET' then jsonb_set(t.clock, '{party}', '"HUB"') else t.clock end
        from network.unit u
        where u.code = t.place_code and u.kind = 'HUB' and not t.hub;
    end if;
end
$$;
