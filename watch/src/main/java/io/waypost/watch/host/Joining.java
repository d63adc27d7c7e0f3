package io.waypost.watch.host;

import java.util.List;

/** Waits for threads that were told to end. */
final class Joining {

    private Joining() {}

    /** Returns when all of them have ended; whoever interrupts that finds the caller interrupted then. */
    static void all(List<Thread> threads) {
        boolean interrupted = false;
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
