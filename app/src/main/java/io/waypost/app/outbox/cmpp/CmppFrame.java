package io.waypost.app.outbox.cmpp;

/** What goes over a link, both ways. Texts are decoded; message ids are opaque. */
public sealed interface CmppFrame {

    /** Asks to be let in; {@code authenticator} has 16 bytes, in hexadecimal digits. */
    record Connect(String account, String authenticator, int version, int timestamp) implements CmppFrame {}

    record ConnectResponse(int status, String authenticator, int version) implements CmppFrame {}

    record Terminate() implements CmppFrame {}

    record TerminateResponse() implements CmppFrame {}

    record ActiveTest() implements CmppFrame {}

    record ActiveTestResponse() implements CmppFrame {}

    /**
     * One part of a short message to one number.
     *
     * @param total how many parts the message has
     * @param number which one this is, from 1
     * @param reference the same for all parts of a message, 0 to 255
     * @param source the sender's number as the recipient sees it
     */
    record Submit(int total, int number, int reference, String service, String account, String source, String to,
            String text) implements CmppFrame {

        /** Says nothing of the number and the text. */
        @Override
        public String toString() {
            return "Submit[%d/%d]".formatted(number, total);
        }
    }

    record SubmitResponse(long messageId, int result) implements CmppFrame {}

    /** A reply of a subscriber. */
    record Reply(long messageId, String to, String from, String text) implements CmppFrame {

        /** Says nothing of the number and the text. */
        @Override
        public String toString() {
            return "Reply[%s]".formatted(Long.toUnsignedString(messageId));
        }
    }

    /**
     * A delivery report.
     *
     * @param messageId the report's own id
     * @param about the id that the submission was answered with
     * @param state such as {@code DELIVRD}, {@code UNDELIV}, {@code EXPIRED} or a carrier's own
     */
    record Report(long messageId, long about, String state, String source, String to) implements CmppFrame {

        /** Says nothing of the number. */
        @Override
        public String toString() {
            return "Report[%s %s]".formatted(Long.toUnsignedString(about), state);
        }
    }

    record DeliverResponse(long messageId, int result) implements CmppFrame {}

    /** A frame under its number, which its answer carries too. */
    record Numbered(int sequence, CmppFrame frame) {}
}
