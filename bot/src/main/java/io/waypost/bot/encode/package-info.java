/** Turns a text into a vector whose direction is its meaning: the embedding model, in process. */
@org.jspecify.annotations.NullMarked
package io.waypost.bot.encode;
