-- Whoever waits for the bot is looked for every two seconds: only they stand in the index.
drop index bot.session_waiting;
create index session_waiting on bot.session (asked_at) where ended_at is null and asked_seq > answered_seq;
create index session_quiet on bot.session (asked_at) where ended_at is null;
