create schema if not exists sms;

-- What became of a short message that an agent wrote, as the outbox was told; perhaps before the delivery knew that it had left.
create table sms.outcome (
    ext_id text collate "C" primary key,
    state  text not null,
    code   text,
    at     timestamptz not null
);
