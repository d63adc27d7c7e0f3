/** What the edge of chat asks of its host, and what it tells it: people, conversations, entries. */
@org.jspecify.annotations.NullMarked
package io.waypost.chat;
