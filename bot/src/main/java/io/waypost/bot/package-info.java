/** Understands what customers write: intents, slots, mood, answers. In process, without network, deterministic. */
@org.jspecify.annotations.NullMarked
package io.waypost.bot;
