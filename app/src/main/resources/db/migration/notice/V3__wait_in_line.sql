-- What V2 brought into the outbox of all features after that had its own line of what waits.
insert into outbox.waiting (message_id, channel, queue, due_at, attempts, lease_until)
select id, channel, queue, due_at, attempts, lease_until from outbox.message where state in ('PENDING', 'SENDING')
on conflict do nothing;
update outbox.message set state = 'PENDING', lease_until = null where state = 'SENDING';
