/** What a customer's message means to the bot, and the dialogues that follow from it: declared state machines. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.dialogue;
