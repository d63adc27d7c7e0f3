package io.waypost.client.cli;

/** The person at the keyboard can put it right; the message says how, and is all that is shown. */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}
