package io.waypost.watch.intake;

/**
 * What the names in scans stand for, as numbers of the engine. Safe for threads. A number is on disk before it is given, for what is written
 * with it must be understood after a crash.
 */
public interface Vocabulary {

    /** Nothing was named, or the name is not known. */
    int NOTHING = 0;

    /** The number of a known site; {@link #NOTHING} if there is none of that name. */
    int knownSite(byte[] text, int from, int length);

    /** The number of a known device (巴枪). */
    int knownDevice(byte[] text, int from, int length);

    /** The number of a known person. */
    int knownOperator(byte[] text, int from, int length);

    /** The number of the site, a new one if it was never seen. */
    int site(String code) throws InterruptedException;

    /** The number of the device. */
    int device(String name) throws InterruptedException;

    /** The number of the person. */
    int operator(String name) throws InterruptedException;

    /** Whether parcels go from that site to their receivers. */
    boolean outlet(int site);

    /** The number of the lane from one site to another, {@link #NOTHING} for nowhere. */
    int lane(int site, int nextSite) throws InterruptedException;

    /** The sites that a sender may speak for. */
    @FunctionalInterface
    interface Reach {

        /** A sender who may speak for every site. */
        Reach EVERYTHING = _ -> true;

        /** Whether that site, by its number, is one of them. */
        boolean reaches(int site);
    }
}
