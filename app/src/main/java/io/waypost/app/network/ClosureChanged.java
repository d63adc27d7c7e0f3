package io.waypost.app.network;

/** A closure (停运) was announced, extended or ended; {@code unitPath} is the path of the unit that stops with all below it. */
public record ClosureChanged(Closure closure, String unitPath) {}
