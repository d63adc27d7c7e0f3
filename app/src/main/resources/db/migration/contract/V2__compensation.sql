-- What the contract in force of a sender says of compensation, whoever asks: a claim is dealt with by a region that need not see the contract.
create function contract.compensation_of(phone bytea, day date) returns table (code text, compensation jsonb)
    language sql stable security definer set search_path = '' as $$
    select c.code, (select t.body -> 'compensation' from contract.terms t where t.contract_id = c.id order by t.version desc limit 1)
    from contract.address a
    join contract.person p on p.id = a.person_id
    join contract.contract c on c.id = p.contract_id
    where a.kind = 'PHONE' and a.value_index = phone and c.state = 'ACTIVE' and c.valid_from <= day
        and (c.valid_to is null or c.valid_to >= day)
    order by c.valid_from desc, c.code limit 1
$$;
