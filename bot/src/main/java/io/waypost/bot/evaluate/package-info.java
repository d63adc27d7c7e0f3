/** The bot's own examination on files that the training never saw. */
@org.jspecify.annotations.NullMarked
package io.waypost.bot.evaluate;
