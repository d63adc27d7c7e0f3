-- What waits to leave, apart from the messages: putting in line, claiming and putting back touch this narrow table, and a message with all
-- its indexes is written only when it comes in and when a try is over. No foreign key: it would lock the message once more, and only
-- settled messages, which do not wait, are ever removed.
create table outbox.waiting (
    message_id  uuid primary key,
    channel     text not null,
    queue       text not null,
    due_at      timestamptz not null,    -- real time
    attempts    int not null,            -- which try is under way, or was the last
    lease_until timestamptz              -- real time; null while no node has it
) with (fillfactor = 70);
create index waiting_due on outbox.waiting (channel, queue, due_at, message_id);

insert into outbox.waiting (message_id, channel, queue, due_at, attempts, lease_until)
select id, channel, queue, due_at, attempts, lease_until from outbox.message where state in ('PENDING', 'SENDING');

-- A message that is being sent waits still; who holds it stands in the other table. lease_until is no longer used.
drop index outbox.message_due;
drop index outbox.message_next;
drop index outbox.message_leased;
update outbox.message set state = 'PENDING', lease_until = null where state = 'SENDING';

-- Few messages come to a bad end; the others are looked at by time, and nobody looks at a queue.
drop index outbox.message_by_state;
create index message_by_trouble on outbox.message (state, created_at desc, id desc)
    where state in ('FAILED', 'UNKNOWN', 'REJECTED', 'SUPPRESSED', 'EXPIRED');
drop index outbox.message_by_queue;
