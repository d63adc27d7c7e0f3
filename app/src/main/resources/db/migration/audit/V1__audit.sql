create schema if not exists audit;

-- Who did what to what, when, from where. Only ever added to.
create table audit.entry (
    id           uuid primary key,           -- version 7: sorts by time
    at           timestamptz not null,
    actor_kind   text not null check (actor_kind in ('PERSON', 'PARTNER', 'VISITOR', 'SYSTEM')),
    actor_id     uuid,
    actor_name   text not null,
    address      text,
    action       text not null,
    subject_kind text not null,
    subject_id   text not null,
    unit_path    text collate "C" not null,
    detail       jsonb not null
);
create index entry_of_subject on audit.entry (subject_kind, subject_id, id);
create index entry_of_actor on audit.entry (actor_id, id) where actor_id is not null;
create index entry_of_unit on audit.entry (unit_path, id);

alter table audit.entry enable row level security;
create policy read_within_reach on audit.entry for select using (waypost_reaches(unit_path));
-- Whoever changes something leaves a trace, even one who may not read it, such as a visitor who signs in.
create policy write_always on audit.entry for insert with check (true);

-- Nobody but the owner may change or remove a line, whatever the application's role is called.
do $$
declare
    grantee name;
begin
    for grantee in
        select distinct r.rolname
        from pg_class c
        cross join lateral aclexplode(c.relacl) a
        join pg_roles r on r.oid = a.grantee
        where c.oid = 'audit.entry'::regclass and a.grantee <> c.relowner
    loop
        execute format('revoke update, delete, truncate on audit.entry from %I', grantee);
    end loop;
end
$$;
