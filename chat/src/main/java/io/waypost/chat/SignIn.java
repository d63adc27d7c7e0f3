package io.waypost.chat;

/** The answer to a token. */
public sealed interface SignIn {

    /** The token is good until {@link ChatPrincipal#until}. */
    record Granted(ChatPrincipal who) implements SignIn {}

    /** It is not. The code is for programs, the text for people; neither says more than the holder of a wrong token may know. */
    record Refused(String code, String text) implements SignIn {}
}
