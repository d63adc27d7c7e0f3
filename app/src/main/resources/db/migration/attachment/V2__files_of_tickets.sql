-- Photos of tickets become files like any other, under the ids that they had. The platform does not know the sum of their content.
alter table attachment.file alter column sha256 drop not null;

-- A ticket wanders from unit to unit, and whoever sees it sees its files: its own row policies decide. Bound when it runs: migrations of
-- features come in no promised order.
create function attachment.sees_ticket(of_ticket uuid) returns boolean
    language plpgsql stable
    as $$ begin return exists (select 1 from ticket.ticket t where t.id = of_ticket); end $$;

alter policy file_scope on attachment.file using (
    waypost_scope() = '/'
    or case subject_kind when 'TICKET' then attachment.sees_ticket(subject_id) else waypost_reaches_any(unit_paths) end);

do $$
begin
    if to_regclass('ticket.photo') is not null then
        insert into attachment.file (id, subject_kind, subject_id, unit_paths, file, type, name, bytes, width, height, added_at,
                                     uploaded_at, by_id, by_name, purpose)
        select p.id, 'TICKET', p.ticket_id, array[t.place_path], p.file, 'PICTURE', 'photo.jpg', p.bytes, p.width, p.height,
               coalesce(a.at, p.uploaded_at), p.uploaded_at, p.uploaded_by, coalesce(a.by_name, ''), 'ANSWER:' || p.answer_id
        from ticket.photo p
        join ticket.ticket t on t.id = p.ticket_id
        left join ticket.answer a on a.id = p.answer_id
        on conflict do nothing;
        drop table ticket.photo;
    end if;
end
$$;
