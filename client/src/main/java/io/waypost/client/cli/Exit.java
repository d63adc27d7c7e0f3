package io.waypost.client.cli;

/** How the command ends. */
enum Exit {
    DONE(0),
    SOME_REJECTED(1),
    WRONG_USE(2),
    SERVER(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
