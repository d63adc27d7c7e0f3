package io.waypost.core.watch;

/** What may happen to a watched parcel. */
public sealed interface WatchEvent {

    /** It was scanned. */
    record Scanned(LastScan scan, boolean historic) implements WatchEvent {}

    /** It may rest. */
    record Rests(Pause pause) implements WatchEvent {}

    /** The pause with this id ends now. */
    record PauseEnded(String id) implements WatchEvent {}

    /** A person settled the present silence. */
    record Settled() implements WatchEvent {}

    /** Time passed. */
    record TimePassed() implements WatchEvent {}
}
