package io.waypost.app.stream;

import java.util.List;

/** Somebody at a way into the stream who knows whether it works. */
public interface StreamTroubles {

    /** What does not work, in words for an operator. */
    List<String> troubles();
}
