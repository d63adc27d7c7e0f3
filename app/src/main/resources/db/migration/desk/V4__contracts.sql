-- The contract under which a contact came, with the terms as they were then; retail where there is none.
alter table desk.contact add column contract_id uuid;
alter table desk.contact add column contract_terms jsonb;
update desk.contact set contract = null where contract is not null;
alter table desk.contact add constraint contact_contract
    check ((contract is null) = (contract_id is null) and (contract is null) = (contract_terms is null));
create index contact_of_contract on desk.contact (contract_id, opened_at desc) where contract_id is not null;
