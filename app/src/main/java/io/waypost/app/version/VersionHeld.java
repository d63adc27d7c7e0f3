package io.waypost.app.version;

/** A version's number and what it says. */
public record VersionHeld<T>(int number, T body) {}
