create schema if not exists wechat;

-- The one access token of an account, for all nodes; whoever fetches a new one holds the row.
create table wechat.token (
    account    text collate "C" primary key,
    app_id     text not null,
    token      bytea,                        -- sealed
    fetched_at timestamptz,
    until      timestamptz
);

-- Until when, and how often, WeChat lets us write to somebody (客服消息窗口).
create table wechat.reach (
    account    text collate "C" not null,
    openid     bytea not null,               -- blind
    -- The newest act of theirs that counted; an older one that is read late changes nothing.
    acted_at   timestamptz not null,
    until      timestamptz not null,
    messages   int not null check (messages >= 0),
    primary key (account, openid)
);
