package io.waypost.cluster.command;

/** A command was given in a way that it cannot be. */
public final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong, in a sentence */
    public Misuse(String message) {
        super(message);
    }
}
