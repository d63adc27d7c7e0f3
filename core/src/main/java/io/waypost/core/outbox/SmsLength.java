package io.waypost.core.outbox;

/**
 * How many messages a carrier counts for a text (短信计费条数), signature included.
 *
 * <p>A text with any character outside GSM 03.38, such as every Chinese one, is sent in UCS-2: 70 characters in one message, 67 in
 * each part of several. A plain one has 160, and 153 in each part; {@code ^{}[]~|\€} count twice there.
 */
public final class SmsLength {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private SmsLength() {}

    /** How many messages the text counts as; 1 for an empty one. */
    public static int segments(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (BASIC.indexOf(character) >= 0) {
                septets += 1;
            } else if (EXTENDED.indexOf(character) >= 0) {
                septets += 2;
            } else {
                return parts(text.length(), 70, 67);
            }
        }
        return parts(septets, 160, 153);
    }

    private static int parts(int length, int single, int part) {
        return length <= single ? 1 : (length + part - 1) / part;
    }
}
