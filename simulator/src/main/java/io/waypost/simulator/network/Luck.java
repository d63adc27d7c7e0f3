package io.waypost.simulator.network;

/** Keys that keep the luck of different things apart. */
final class Luck {

    static final long OUTLETS = 101;

    static final long STAFF = 102;

    static final long UNITS = 103;

    private Luck() {}
}
