package io.waypost.chat;

/** An expected "no" of the host to a question about a conversation, to complete its answer with. It is told to the client. */
public final class ChatRefusal extends RuntimeException {

    private final String code;

    /** The code is for programs, the text for people. */
    public ChatRefusal(String code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    /** Which refusal, for programs. */
    public String code() {
        return code;
    }

    /** What to tell people. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
