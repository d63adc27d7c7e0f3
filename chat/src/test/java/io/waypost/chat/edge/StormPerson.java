package io.waypost.chat.edge;

import io.waypost.chat.ChatSide;

/** Somebody in a storm, with so many devices. */
public record StormPerson(ChatSide side, String token, int devices) {}
