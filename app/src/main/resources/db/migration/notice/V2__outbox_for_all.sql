-- The short messages of notices move to the outbox of all features. A body that begins with a zero byte is not sealed: what was written
-- before tells no customer's name or number.
insert into outbox.message (id, idempotency_key, channel, class, queue, recipient, recipient_shown, body, segments, state, attempts,
                            provider, provider_id, created_at, due_at, lease_until, sent_at, error)
select id, idempotency_key, channel, 'SERVICE', 'SERVICE', recipient, recipient_shown,
       '\x00'::bytea || convert_to(json_build_object('text', text)::text, 'UTF8'), segments, state, attempts,
       case when provider_id is not null then 'file' end, provider_id, created_at, due_at, lease_until, sent_at, error
from notice.outbox;
drop table notice.outbox;
