/** Finds answers by meaning and by words. */
@org.jspecify.annotations.NullMarked
package io.waypost.bot.answer;
