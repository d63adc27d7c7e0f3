package io.waypost.core.attachment;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * What a PDF must be to be kept (PDF 附件规则): whole, and without anything that runs or carries a file.
 *
 * <p>Finds what stands in the open, also where its name is written with escapes (ISO 32000-1 §7.3.5); it does not unpack compressed
 * object streams. That is why a PDF is only ever saved to a disk, and never shown by a page of ours.
 */
public final class PdfRules {

    private static final int TAIL = 2_048;
    private static final int LONGEST_NAME = 24;
    private static final byte[] END = {'%', '%', 'E', 'O', 'F'};
    private static final Set<String> ACTIVE = Set.of("JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles",
            "RichMedia", "SubmitForm", "ImportData");

    private PdfRules() {}

    /** Why the file is not taken; empty where it is. */
    public static Optional<FileFault> fault(ByteBuffer file) {
        if (file.limit() < 16 || !versioned(file) || !ended(file)) {
            return Optional.of(FileFault.UNREADABLE);
        }
        for (int at = 0; at < file.limit(); at++) {
            if (file.get(at) == '/' && ACTIVE.contains(name(file, at + 1))) {
                return Optional.of(FileFault.ACTIVE_CONTENT);
            }
        }
        return Optional.empty();
    }

    private static boolean versioned(ByteBuffer file) {
        return (file.get(5) == '1' || file.get(5) == '2') && file.get(6) == '.' && isDigit(file.get(7));
    }

    private static boolean ended(ByteBuffer file) {
        for (int at = file.limit() - END.length; at >= Math.max(0, file.limit() - TAIL); at--) {
            int same = 0;
            while (same < END.length && file.get(at + same) == END[same]) {
                same++;
            }
            if (same == END.length) {
                return true;
            }
        }
        return false;
    }

    private static String name(ByteBuffer file, int from) {
        var name = new StringBuilder();
        int at = from;
        while (at < file.limit() && name.length() < LONGEST_NAME) {
            int letter = file.get(at);
            if (letter == '#' && at + 2 < file.limit() && hex(file.get(at + 1)) >= 0 && hex(file.get(at + 2)) >= 0) {
                letter = hex(file.get(at + 1)) * 16 + hex(file.get(at + 2));
                at += 2;
            } else if (!isLetter(letter)) {
                return name.toString();
            }
            name.append((char) letter);
            at++;
        }
        return name.toString();
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isLetter(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || isDigit(letter);
    }
}
