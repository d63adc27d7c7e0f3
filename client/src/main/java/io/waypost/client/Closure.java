package io.waypost.client;

import java.time.Instant;

/** An announced stop of a unit and all below it (停运公告); reason is WEATHER, HOLIDAY, EPIDEMIC, ROAD, CAPACITY or AUTHORITY. */
public record Closure(String unitCode, String reason, String note, Instant from, Instant until) {}
