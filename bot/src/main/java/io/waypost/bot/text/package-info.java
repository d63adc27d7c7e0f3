/** Brings what customers type into one shape and cuts it for the models. */
@org.jspecify.annotations.NullMarked
package io.waypost.bot.text;
