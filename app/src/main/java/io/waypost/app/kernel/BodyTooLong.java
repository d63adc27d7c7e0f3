package io.waypost.app.kernel;

import java.io.IOException;

/** A body that grew longer than its route takes while it was read; becomes the answer 413. */
public final class BodyTooLong extends IOException {

    public BodyTooLong(long most) {
        super("The body is longer than the %d bytes that this route takes.".formatted(most));
    }
}
