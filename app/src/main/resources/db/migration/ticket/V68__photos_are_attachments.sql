-- Photos are kept by the attachments. Where these were not migrated yet, they take the photos along themselves (attachment V2).
do $$
declare
    kept boolean;
begin
    if to_regclass('ticket.photo') is not null then
        execute 'select exists (select 1 from ticket.photo)' into kept;
        if not kept then
            drop table ticket.photo;
        end if;
    end if;
end
$$;
