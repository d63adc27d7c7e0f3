create schema if not exists chat;

-- A page or an app on which customers chat (接入站点), and whose desk answers there.
create table chat.site (
    key       text collate "C" primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    name      text not null,
    unit_code text collate "C" not null,
    unit_path text collate "C" not null,
    -- Of which pages it may be used: https://shop.example.
    origins   text[] not null,
    welcome   text not null,
    active    boolean not null,
    version   int not null default 1
);
alter table chat.site enable row level security;
create policy site_scope on chat.site using (waypost_reaches(unit_path));
