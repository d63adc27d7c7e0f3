package io.waypost.chat.frame;

import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.frame.ServerFrame.Ack;
import io.waypost.chat.frame.ServerFrame.Busy;
import io.waypost.chat.frame.ServerFrame.Bye;
import io.waypost.chat.frame.ServerFrame.Head;
import io.waypost.chat.frame.ServerFrame.Items;
import io.waypost.chat.frame.ServerFrame.Pong;
import io.waypost.chat.frame.ServerFrame.Refused;
import io.waypost.chat.frame.ServerFrame.Typing;
import io.waypost.chat.frame.ServerFrame.Welcome;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the edge's frames as JSON in UTF-8. */
public final class FrameWriter {

    /** Frames of entries are cut so that none is much longer; an entry alone may be. */
    public static final int ITEMS_BYTES = 48 * 1_024;

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int USUAL_BYTES = 256;

    private FrameWriter() {}

    /** The frame as it goes over the wire. */
    public static byte[] write(ServerFrame frame) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            write(json, frame);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The entries as hints, in as many frames as they need. */
    public static List<byte[]> hints(UUID conversation, List<ChatItem> items) {
        var frames = new ArrayList<byte[]>();
        int from = 0;
        while (from < items.size()) {
            int until = from + fitting(items, from);
            frames.add(write(new Items(conversation, items.subList(from, until), null)));
            from = until;
        }
        return frames;
    }

    /** The answer to a pull that asked for so many: as many of the entries as a frame takes. */
    public static byte[] answer(UUID conversation, List<ChatItem> items, int asked) {
        int fitting = fitting(items, 0);
        boolean last = fitting == items.size() && items.size() < asked;
        return write(new Items(conversation, items.subList(0, fitting), last));
    }

    /** How many of the entries from that place on go into one frame. */
    private static int fitting(List<ChatItem> items, int from) {
        long bytes = 0;
        for (int at = from; at < items.size(); at++) {
            var item = items.get(at);
            bytes += USUAL_BYTES + 3L * (item.text().length() + item.authorName().length());
            if (bytes > ITEMS_BYTES && at > from) {
                return at - from;
            }
        }
        return items.size() - from;
    }

    private static void write(JsonGenerator json, ServerFrame frame) {
        switch (frame) {
            case Welcome welcome -> {
                json.writeStringProperty("t", "welcome");
                json.writeNumberProperty("hb", welcome.heartbeat().toSeconds());
                write(json, welcome.you());
                json.writeArrayPropertyStart("heads");
                for (var head : welcome.heads()) {
                    json.writeStartObject();
                    write(json, head);
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            case Ack ack -> {
                json.writeStringProperty("t", "ack");
                json.writeStringProperty("cid", ack.cid());
                json.writeStringProperty("conv", ack.conversation().toString());
                json.writeNumberProperty("seq", ack.seq());
                json.writeStringProperty("at", ack.at().toString());
            }
            case Refused refused -> {
                json.writeStringProperty("t", "refused");
                about(json, refused.cid(), refused.conversation());
                json.writeStringProperty("code", refused.code());
                json.writeStringProperty("text", refused.text());
            }
            case Busy busy -> {
                json.writeStringProperty("t", "busy");
                about(json, busy.cid(), busy.conversation());
                json.writeNumberProperty("after", busy.after().toMillis());
            }
            case Items items -> write(json, items);
            case Head head -> {
                json.writeStringProperty("t", "head");
                write(json, head.head());
            }
            case Typing typing -> {
                json.writeStringProperty("t", "typing");
                json.writeStringProperty("conv", typing.conversation().toString());
                json.writeStringProperty("side", typing.side().name());
                json.writeStringProperty("name", typing.name());
            }
            case Bye bye -> {
                json.writeStringProperty("t", "bye");
                json.writeStringProperty("code", bye.code());
            }
            case Pong _ -> json.writeStringProperty("t", "pong");
        }
    }

    private static void about(JsonGenerator json, @Nullable String cid, @Nullable UUID conversation) {
        if (cid != null) {
            json.writeStringProperty("cid", cid);
        }
        if (conversation != null) {
            json.writeStringProperty("conv", conversation.toString());
        }
    }

    private static void write(JsonGenerator json, ChatPrincipal you) {
        json.writeObjectPropertyStart("you");
        json.writeStringProperty("side", you.side().name());
        json.writeStringProperty("id", you.id().toString());
        json.writeStringProperty("name", you.name());
        json.writeStringProperty("until", you.until().toString());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ConversationHead head) {
        json.writeStringProperty("conv", head.conversation().toString());
        json.writeNumberProperty("last", head.last());
        json.writeNumberProperty("readByCustomer", head.readByCustomer());
        json.writeNumberProperty("readByAgent", head.readByAgent());
        json.writeStringProperty("state", head.state());
        json.writeNumberProperty("version", head.version());
        json.writeStringProperty("title", head.title());
    }

    private static void write(JsonGenerator json, Items items) {
        json.writeStringProperty("t", "items");
        json.writeStringProperty("conv", items.conversation().toString());
        json.writeArrayPropertyStart("items");
        for (var item : items.items()) {
            json.writeStartObject();
            json.writeNumberProperty("seq", item.seq());
            json.writeStringProperty("author", item.author().name());
            json.writeStringProperty("name", item.authorName());
            json.writeStringProperty("kind", item.kind().name());
            json.writeStringProperty("text", item.text());
            var file = item.file();
            if (file != null) {
                json.writeStringProperty("file", file.toString());
            }
            var cid = item.cid();
            if (cid != null) {
                json.writeStringProperty("cid", cid);
            }
            json.writeStringProperty("at", item.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        var last = items.last();
        if (last != null) {
            json.writeBooleanProperty("last", last);
        }
    }
}
