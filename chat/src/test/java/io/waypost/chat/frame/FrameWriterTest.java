package io.waypost.chat.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.chat.ChatAuthor;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.ItemKind;
import io.waypost.chat.frame.ServerFrame.Head;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrameWriterTest {

    private static final UUID TALK = new UUID(7, 1);

    @Test
    void writesHeads() {
        var head = new ConversationHead(TALK, 9, 8, 7, "OPEN", 3, "SF\"1\"");
        assertThat(new String(FrameWriter.write(new Head(head)), UTF_8)).isEqualTo("{\"t\":\"head\",\"conv\":\"" + TALK
                + "\",\"last\":9,\"readByCustomer\":8,\"readByAgent\":7,\"state\":\"OPEN\",\"version\":3,\"title\":\"SF\\\"1\\\"\"}");
    }

    @Test
    void anAnswerSaysWhetherThatWasAll() {
        assertThat(answer(items(3, "a"), 100)).endsWith("\"last\":true}");
        assertThat(answer(items(100, "a"), 100)).endsWith("\"last\":false}");
        assertThat(answer(List.of(), 100))
                .isEqualTo("{\"t\":\"items\",\"conv\":\"" + TALK + "\",\"items\":[],\"last\":true}");
    }

    @Test
    void longEntriesAreCutIntoFrames() {
        var long1 = items(20, "长".repeat(4_000));
        assertThat(FrameWriter.answer(TALK, long1, 100)).hasSizeBetween(30_000, 64 * 1_024);
        assertThat(answer(long1, 100)).endsWith("\"last\":false}");
        var hints = FrameWriter.hints(TALK, long1);
        assertThat(hints).hasSizeBetween(5, 10).allSatisfy(frame -> assertThat(frame).hasSizeLessThan(64 * 1_024));
        var all = new StringBuilder();
        hints.forEach(frame -> all.append(new String(frame, UTF_8)));
        LongStream.rangeClosed(1, 20).forEach(seq -> assertThat(all).containsOnlyOnce("\"seq\":" + seq + ","));
    }

    private static String answer(List<ChatItem> items, int asked) {
        return new String(FrameWriter.answer(TALK, items, asked), UTF_8);
    }

    private static List<ChatItem> items(int many, String text) {
        return LongStream.rangeClosed(1, many)
                .mapToObj(seq -> new ChatItem(TALK, seq, ChatAuthor.AGENT, "Li", ItemKind.TEXT, text, null, null,
                        Instant.EPOCH))
                .toList();
    }
}
