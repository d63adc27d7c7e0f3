package io.waypost.bot.mood;

import io.waypost.core.dialogue.Mood;

/** A message of which somebody said how its writer felt. */
public record MoodExample(String text, Mood mood) {}
