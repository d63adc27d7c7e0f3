package io.waypost.simulator.parcel;

/** What happens next to a parcel. */
enum Stage {
    /** The order reaches the network. */
    ORDER,
    /** A courier takes it in (揽收). */
    PICK_UP,
    /** It goes into a bag (集包). */
    BAG,
    /** It is scanned onto a lorry (发件). */
    DEPART,
    /** It is scanned off a lorry (到件). */
    ARRIVE,
    /** Customs take it (清关). */
    CUSTOMS_IN,
    /** Customs object. */
    CUSTOMS_FAIL,
    /** Customs let it go. */
    CUSTOMS_OUT,
    /** A courier sets out with it (派件). */
    SET_OUT,
    /** The courier stands before the door. */
    HAND_OVER,
    /** The customer's answer about a problem arrives. */
    ANSWERED,
    /** It is fetched from the station (驿站). */
    COLLECT,
    /** It is sent back (退回). */
    TURN_BACK,
    /** It comes to light again. */
    RELEASE,
    /** Nothing more. */
    END
}
