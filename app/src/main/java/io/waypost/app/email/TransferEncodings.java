package io.waypost.app.email;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Undoes transfer encodings as far as they can be read; what is damaged costs only itself. */
final class TransferEncodings {

    private TransferEncodings() {}

    static byte[] base64(byte[] bytes, int from, int to) {
        var kept = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            byte each = bytes[i];
            boolean digit = (each >= '0' && each <= '9') || each == '+' || each == '/';
            if (digit || (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z')) {
                kept[length++] = each;
            }
        }
        // A single sign at the end holds no byte.
        int whole = length % 4 == 1 ? length - 1 : length;
        return Base64.getDecoder().decode(Arrays.copyOf(kept, whole));
    }

    static byte[] quotedPrintable(byte[] bytes, int from, int to) {
        var decoded = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (bytes[i] != '=') {
                decoded.write(bytes[i]);
                continue;
            }
            int high = i + 1 < to ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < to ? Character.digit(bytes[i + 2], 16) : -1;
            if (high >= 0 && low >= 0) {
                decoded.write((high << 4) | low);
                i += 2;
            } else if (i + 1 < to && bytes[i + 1] == '\n') {
                i++;
            } else if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
                i += 2;
            } else {
                decoded.write('=');
            }
        }
        return decoded.toByteArray();
    }
}
