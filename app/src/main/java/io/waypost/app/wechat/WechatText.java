package io.waypost.app.wechat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts what is too long for one message of WeChat, at the end of a line or a sentence where there is one. */
final class WechatText {

    /** The most bytes of UTF-8 in one message. */
    static final int MOST_BYTES = 2048;

    private static final String ENDS = "\n。！？；.!?;";

    private WechatText() {}

    static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int to = end(text, from);
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }

    private static int end(String text, int from) {
        int bytes = 0;
        int good = from;
        for (int at = from; at < text.length();) {
            int point = text.codePointAt(at);
            bytes += new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                // Not for the sake of an end near the beginning.
                return good > from + (at - from) / 2 ? good : at;
            }
            at += Character.charCount(point);
            if (ENDS.indexOf(point) >= 0) {
                good = at;
            }
        }
        return text.length();
    }
}
