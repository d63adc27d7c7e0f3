package io.waypost.app.stream;

import io.waypost.app.kernel.Scope;
import io.waypost.watch.intake.MalformedBatch;
import io.waypost.watch.intake.ScanLines;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes scans of the whole network; what a call has answered is on disk. Thread-safe. */
public interface ScanStream {

    /**
     * Takes lines of JSON as they come in. Where the body breaks off, what stood before it has been taken.
     *
     * @param thorough reads what is not written plainly
     * @param scope of the sites that the sender may speak for
     * @param most how many bytes to read
     * @param number by which it is known whether it was taken before; null if the sender gives none
     */
    StreamTaken lines(InputStream body, ScanLines.Thorough thorough, Scope scope, long most,
            @Nullable BatchNumber number)
            throws IOException;

    /** Takes a binary batch, whole or not at all. */
    StreamTaken batch(byte[] body, Scope scope, @Nullable BatchNumber number) throws MalformedBatch;

    /** How it is. */
    StreamState state();
}
