/**
 * Messages that leave the platform (外发消息): when each may leave, how often it is tried, by which provider, and what state it is in. No
 * I/O, no clock.
 */
@org.jspecify.annotations.NullMarked
package io.waypost.core.outbox;
