package io.waypost.app.stream;

import io.waypost.app.kernel.Scope;
import io.waypost.watch.intake.MalformedBatch;
import io.waypost.watch.intake.ScanLines;
import io.waypost.watch.intake.Taken;
import java.io.IOException;
import java.io.InputStream;

/** Takes scans of the whole network; what a call has answered is on disk. Thread-safe. */
public interface ScanStream {

    /**
     * Takes lines of JSON as they come in. Where the body breaks off, what stood before it has been taken.
     *
     * @param thorough reads what is not written plainly
     * @param scope of the sites that the sender may speak for
     * @param most how many bytes to read
     */
    Taken lines(InputStream body, ScanLines.Thorough thorough, Scope scope, long most) throws IOException;

    /** Takes a binary batch, whole or not at all. */
    Taken batch(byte[] body, Scope scope) throws MalformedBatch;

    /** How it is. */
    StreamState state();
}
