/** How a customer feels: words by rule, and a model. */
@org.jspecify.annotations.NullMarked
package io.waypost.bot.mood;
