package io.waypost.core.ticket;

/** Why a ticket is 加急: it goes through the green channel. */
public enum UrgentReason {
    LOST,
    BROKEN,
    MEDICINE,
    LIFE_CRITICAL,
    HIGH_VALUE,
    OTHER
}
