/** What is learnt from labelled examples: features, logistic regression. Deterministic. */
@org.jspecify.annotations.NullMarked
package io.waypost.bot.learn;
