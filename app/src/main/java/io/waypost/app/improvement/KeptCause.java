package io.waypost.app.improvement;

import io.waypost.core.improvement.Cause;

/** A cause with the number of its change, 1 for one that is as packaged or as first added. */
record KeptCause(Cause cause, int revision) {}
