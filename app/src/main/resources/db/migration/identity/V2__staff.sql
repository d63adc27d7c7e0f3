-- Who works at a unit in one of those roles: whoever hands out work sees them, wherever they belong.
create function identity.staff(unit text, wanted text[])
    returns table (id uuid, name text)
    language sql stable security definer set search_path = ''
    begin atomic
        select p.id, p.name from identity.person p where p.unit_code = unit and p.active and p.roles && wanted order by p.id;
    end;

-- The roles of somebody who may sign in: what an SOP lets them skip.
create function identity.roles_of(person uuid) returns text[]
    language sql stable security definer set search_path = ''
    begin atomic
        select p.roles from identity.person p where p.id = person and p.active;
    end;
