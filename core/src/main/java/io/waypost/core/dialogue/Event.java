package io.waypost.core.dialogue;

import java.util.List;
import java.util.Map;

/** What comes into a dialogue: what the customer did, or what was found out for it. */
public sealed interface Event {

    /** The customer wrote. */
    record Said(Understanding words) implements Event {}

    /** The customer sent a picture or a file. */
    record Sent() implements Event {}

    /** What the customer wrote before, understood again now that it is known which matter they meant. */
    record Reread(Understanding words) implements Event {}

    /** A parcel was looked up. */
    record Parcel(Found found, String waybill, Map<String, String> facts) implements Event {}

    /** The parcels of the customer's own phone, the newest first; words beside each. */
    record Parcels(List<String> waybills, List<String> words) implements Event {}

    /** A case was opened, or joined to one that was open. */
    record Opened(boolean joined, Map<String, String> facts) implements Event {}

    /** No case could be opened. */
    record NotOpened(String why) implements Event {}

    /** How the parcel's cases stand; empty where there is none. */
    record Progress(List<String> lines) implements Event {}

    /** Answers of the knowledge base, best first. */
    record Answers(List<Answer> found, boolean sure) implements Event {}

    /** What was asked of prices, times, places or packing; empty where nothing is known of it. */
    record Facts(Map<String, String> facts) implements Event {}

    /** What became of looking a parcel up. */
    enum Found {
        /** It is no waybill number. */
        UNKNOWN,
        /** Nobody has shown that it concerns them; whether there is such a parcel is not said either. */
        UNPROVEN,
        /** There is no such parcel, or its phones end otherwise. */
        WRONG_PROOF,
        /** Too many wrong answers were given about it. */
        TOO_MANY,
        PROVEN
    }

    /** An answer of the knowledge base: its text with source and date. */
    record Answer(String id, String title, String text) {}
}
