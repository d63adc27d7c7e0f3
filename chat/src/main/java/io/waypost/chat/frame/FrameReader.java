package io.waypost.chat.frame;

import io.waypost.chat.ItemKind;
import io.waypost.chat.Posting;
import io.waypost.chat.frame.ClientFrame.Hello;
import io.waypost.chat.frame.ClientFrame.Ping;
import io.waypost.chat.frame.ClientFrame.Post;
import io.waypost.chat.frame.ClientFrame.Pull;
import io.waypost.chat.frame.ClientFrame.Read;
import io.waypost.chat.frame.ClientFrame.Token;
import io.waypost.chat.frame.ClientFrame.Typing;
import io.waypost.chat.frame.ClientFrame.Unreadable;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads frames of clients. Believes nothing: each field is checked, and a refusal names it, what it was and what is right. */
public final class FrameReader {

    /** The longest text of a posting, in code points. */
    public static final int LONGEST_TEXT = 4_000;
    /** The most entries that one pull asks for. */
    public static final int MOST_ITEMS = 200;

    private static final int USUAL_ITEMS = 100;
    private static final int LONGEST_TOKEN = 4_096;
    private static final int LONGEST_DEVICE = 64;
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._-]{1," + LONGEST_DEVICE + "}");
    private static final long VERSION = 1;

    private FrameReader() {}

    /** The frame that the JSON text is, or {@link Unreadable}. */
    public static ClientFrame read(String json) {
        Fields fields = null;
        try {
            fields = Fields.of(json);
            return read(fields);
        } catch (BadField bad) {
            return unreadable(bad, fields);
        }
    }

    /** A device's name of itself, if that is one. */
    public static Optional<String> device(@Nullable String text) {
        return text != null && isDevice(text) ? Optional.of(text) : Optional.empty();
    }

    private static ClientFrame read(Fields fields) {
        var type = fields.text("t", 32);
        return switch (type) {
            case "hello" -> hello(fields);
            case "post" -> new Post(posting(fields));
            case "pull" -> new Pull(
                    fields.uuid("conv"),
                    fields.number("after", 0, Long.MAX_VALUE),
                    (int) fields.number("max", 1, MOST_ITEMS, USUAL_ITEMS));
            case "read" -> new Read(fields.uuid("conv"), fields.number("seq", 1, Long.MAX_VALUE));
            case "typing" -> new Typing(fields.uuid("conv"));
            case "token" -> new Token(fields.text("token", LONGEST_TOKEN));
            case "ping" -> new Ping();
            default -> throw new BadField("UNKNOWN_TYPE", Fields.named("t", type)
                    + ": there are hello, post, pull, read, typing, token and ping.");
        };
    }

    private static Hello hello(Fields fields) {
        fields.number("v", VERSION, VERSION);
        var device = fields.text("dev", LONGEST_DEVICE);
        if (!isDevice(device)) {
            throw BadField.of("dev", device, "1 to 64 characters of A-Z a-z 0-9 . _ -");
        }
        return new Hello(fields.text("token", LONGEST_TOKEN), device);
    }

    private static Posting posting(Fields fields) {
        var cid = fields.uuid("cid").toString();
        var conversation = fields.has("conv") ? fields.uuid("conv") : null;
        var kind = kind(fields.text("kind", 16));
        if (kind == ItemKind.TEXT) {
            if (fields.has("file")) {
                throw BadField.of("file", fields.text("file", 64), "absent where kind is TEXT");
            }
            return new Posting(cid, conversation, kind, fields.words("text", LONGEST_TEXT), null);
        }
        var name = fields.has("text") ? fields.words("text", LONGEST_TEXT) : "";
        return new Posting(cid, conversation, kind, name, fields.uuid("file"));
    }

    private static ItemKind kind(String kind) {
        return switch (kind) {
            case "TEXT" -> ItemKind.TEXT;
            case "IMAGE" -> ItemKind.IMAGE;
            case "FILE" -> ItemKind.FILE;
            default -> throw BadField.of("kind", kind, "TEXT, IMAGE or FILE");
        };
    }

    private static boolean isDevice(String text) {
        return DEVICE.matcher(text).matches();
    }

    private static Unreadable unreadable(BadField bad, @Nullable Fields fields) {
        if (fields == null) {
            return new Unreadable(bad.code(), bad.text(), null, null);
        }
        var cid = fields.uuidIfAny("cid");
        return new Unreadable(bad.code(), bad.text(), cid == null ? null : cid.toString(), fields.uuidIfAny("conv"));
    }

    /** A UUID as it is written canonically, or null. */
    static @Nullable UUID uuid(String text) {
        if (text.length() != 36) {
            return null;
        }
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : null;
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
