package io.waypost.chat.edge;

/** The way out to one client. All of it is called in the connection's event loop, except where it says otherwise. */
interface Outlet {

    /** Sends a frame behind those that wait; false where too much waits already, and then nothing was sent. */
    boolean send(byte[] frame);

    /** Sends something that means nothing, so that proxies and the other end see life. */
    void beat();

    /** Closes for this reason, once what waits is sent or a moment has passed. */
    void close(Closing closing);

    /** Runs this in the event loop; from any thread. */
    void inLoop(Runnable task);

    /** Whether the other end answers a beat, so that its silence means that it is gone. */
    boolean answersBeats();
}
