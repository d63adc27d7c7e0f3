/** What a customer wants: examples, the trained model, the gate against what is none of our business. */
@org.jspecify.annotations.NullMarked
package io.waypost.bot.intent;
