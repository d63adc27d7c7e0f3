-- When a provider was last asked what became of a message in doubt.
alter table outbox.message add column asked_at timestamptz;
create index message_in_doubt on outbox.message (provider, due_at) where state = 'UNKNOWN';
