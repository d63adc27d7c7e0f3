package io.waypost.chat.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.chat.ItemKind;
import io.waypost.chat.Posting;
import io.waypost.chat.frame.ClientFrame.Hello;
import io.waypost.chat.frame.ClientFrame.Ping;
import io.waypost.chat.frame.ClientFrame.Post;
import io.waypost.chat.frame.ClientFrame.Pull;
import io.waypost.chat.frame.ClientFrame.Unreadable;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {

    private static final String ID = "0190b7a2-6c1e-7d3a-9f00-1a2b3c4d5e6f";

    @Test
    void readsFrames() {
        assertThat(FrameReader.read("{\"t\":\"hello\",\"v\":1,\"token\":\"abc\",\"dev\":\"a.b-C_9\"}"))
                .isEqualTo(new Hello("abc", "a.b-C_9"));
        assertThat(FrameReader.read("{\"t\":\"ping\",\"newer\":{\"a\":[1,2.5]}}")).isEqualTo(new Ping());
        assertThat(FrameReader.read("{\"t\":\"pull\",\"conv\":\"" + ID + "\",\"after\":7}"))
                .isEqualTo(new Pull(UUID.fromString(ID), 7, 100));
        assertThat(FrameReader
                .read("{\"t\":\"post\",\"cid\":\"" + ID + "\",\"conv\":null,\"kind\":\"TEXT\",\"text\":\"到哪了 😀\"}"))
                .isEqualTo(new Post(new Posting(ID, null, ItemKind.TEXT, "到哪了 😀", null)));
        assertThat(
                FrameReader.read("{\"t\":\"post\",\"cid\":\"" + ID + "\",\"kind\":\"IMAGE\",\"file\":\"" + ID + "\"}"))
                .isEqualTo(new Post(new Posting(ID, null, ItemKind.IMAGE, "", UUID.fromString(ID))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[]|BAD_FRAME|A frame is a JSON object.",
            "{\"t\":\"ping\"|BAD_FRAME|The frame is no JSON",
            "{\"t\":\"ping\"} 1|BAD_FRAME|something after",
            "{\"t\":\"ping\",\"t\":\"ping\"}|BAD_FRAME|Duplicate",
            "{}|BAD_FIELD|'t' is missing",
            "{\"t\":\"dance\"}|UNKNOWN_TYPE|'t' is 'dance': there are hello",
            "{\"t\":5}|BAD_FIELD|'t' is 5: it must be a text",
            "{\"t\":\"hello\",\"v\":2,\"token\":\"a\",\"dev\":\"d\"}|BAD_FIELD|'v' is 2: it must be 1.",
            "{\"t\":\"hello\",\"v\":1,\"token\":\"a\",\"dev\":\"d d\"}|BAD_FIELD|'dev' is 'd d': it must be 1 to 64",
            "{\"t\":\"hello\",\"v\":1,\"token\":\"\",\"dev\":\"d\"}|BAD_FIELD|'token' is '': it must be",
            "{\"t\":\"pull\",\"conv\":\"1-1-1-1-1\",\"after\":0}|BAD_FIELD|'conv' is '1-1-1-1-1': it must be a UUID",
            "{\"t\":\"pull\",\"conv\":\"ID\",\"after\":-1}|BAD_FIELD|'after' is -1: it must be a whole number of at least 0.",
            "{\"t\":\"pull\",\"conv\":\"ID\",\"after\":1.5}|BAD_FIELD|'after' is something else",
            "{\"t\":\"pull\",\"conv\":\"ID\",\"after\":99999999999999999999}|BAD_FIELD|'after' is something else",
            "{\"t\":\"pull\",\"conv\":\"ID\",\"after\":0,\"max\":500}|BAD_FIELD|'max' is 500: it must be a whole number from 1 to 200.",
            "{\"t\":\"read\",\"conv\":\"ID\",\"seq\":0}|BAD_FIELD|'seq' is 0",
            "{\"t\":\"post\",\"cid\":\"ID\",\"kind\":\"EVENT\",\"text\":\"x\"}|BAD_FIELD|'kind' is 'EVENT': it must be TEXT, IMAGE or FILE.",
            "{\"t\":\"post\",\"cid\":\"ID\",\"kind\":\"TEXT\",\"text\":\"  \"}|BAD_FIELD|'text' is '  '",
            "{\"t\":\"post\",\"cid\":\"ID\",\"kind\":\"TEXT\",\"text\":\"a\\u0000\"}|BAD_FIELD|without U+0000",
            "{\"t\":\"post\",\"cid\":\"ID\",\"kind\":\"TEXT\",\"text\":\"a\\ud800\"}|BAD_FIELD|halves",
            "{\"t\":\"post\",\"cid\":\"ID\",\"kind\":\"TEXT\",\"text\":\"x\",\"file\":\"ID\"}|BAD_FIELD|absent where kind is TEXT",
            "{\"t\":\"post\",\"cid\":\"ID\",\"kind\":\"FILE\",\"text\":\"x\"}|BAD_FIELD|'file' is missing"
    })
    void refusesWhatIsNone(String json, String code, String text) {
        var frame = FrameReader.read(json.replace("ID", ID));
        assertThat(frame).isInstanceOfSatisfying(Unreadable.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.text()).contains(text);
            assertThat(bad.cid()).isEqualTo(json.contains("cid") ? ID : null);
        });
    }

    @Test
    void countsCodePoints() {
        var fits = "😀".repeat(FrameReader.LONGEST_TEXT);
        assertThat(FrameReader.read(post(fits))).isInstanceOf(Post.class);
        assertThat(FrameReader.read(post(fits + "a"))).isInstanceOfSatisfying(Unreadable.class, bad -> {
            assertThat(bad.code()).isEqualTo("TOO_LONG");
            assertThat(bad.text()).contains("it has 4001 characters, at most 4000 are taken").hasSizeLessThan(300);
        });
    }

    private static String post(String text) {
        return "{\"t\":\"post\",\"cid\":\"" + ID + "\",\"kind\":\"TEXT\",\"text\":\"" + text + "\"}";
    }
}
