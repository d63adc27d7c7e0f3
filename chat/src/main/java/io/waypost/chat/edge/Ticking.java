package io.waypost.chat.edge;

/** Something that looks at the time about every second, in its event loop. */
interface Ticking {

    void tick();
}
