package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.outbox.cmpp.CmppCodec;
import io.waypost.app.outbox.cmpp.CmppFrame;
import io.waypost.app.outbox.cmpp.CmppFrame.ActiveTest;
import io.waypost.app.outbox.cmpp.CmppFrame.ActiveTestResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Connect;
import io.waypost.app.outbox.cmpp.CmppFrame.ConnectResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.DeliverResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Numbered;
import io.waypost.app.outbox.cmpp.CmppFrame.Reply;
import io.waypost.app.outbox.cmpp.CmppFrame.Report;
import io.waypost.app.outbox.cmpp.CmppFrame.Submit;
import io.waypost.app.outbox.cmpp.CmppFrame.SubmitResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Terminate;
import io.waypost.app.outbox.cmpp.CmppSecret;
import io.waypost.app.outbox.cmpp.CmppVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("O1 frames of CMPP are what the protocol says")
class CmppCodecTest {

    private static final String PROOF = "00112233445566778899aabbccddeeff";
    private static final List<CmppFrame> FRAMES = List.of(new Connect("901234", PROOF, 0x30, 1128120000),
            new ConnectResponse(0, PROOF, 0x30), new Terminate(), new ActiveTest(), new ActiveTestResponse(),
            new Submit(1, 1, 0, "WPT", "901234", "10690001", "13812345678", "【驿路】请答复"),
            new Submit(3, 2, 77, "WPT", "901234", "10690001", "13812345678", "第二部分"),
            new SubmitResponse(-5, 8), new Reply(7, "1069000101", "13812345678", "1 已送达门卫"),
            new Report(8, Long.MIN_VALUE, "UNDELIV", "10690001", "13812345678"), new DeliverResponse(9, 0));

    @ParameterizedTest
    @EnumSource(CmppVersion.class)
    void everyFrameIsReadAsItWasWritten(CmppVersion version) throws IOException {
        var codec = new CmppCodec(version);
        for (var frame : FRAMES) {
            var bytes = codec.encode(new Numbered(42, frame));
            assertThat(codec.read(new ByteArrayInputStream(bytes))).isEqualTo(new Numbered(42, frame));
        }
    }

    @Test
    void aSubmissionHasTheLengthOfItsVersion() {
        var submit = new Submit(1, 1, 0, "WPT", "901234", "10690001", "13812345678", "字字");
        assertThat(new CmppCodec(CmppVersion.V3).encode(new Numbered(1, submit))).hasSize(12 + 151 + 32 + 4);
        assertThat(new CmppCodec(CmppVersion.V2).encode(new Numbered(1, submit))).hasSize(12 + 126 + 21 + 4);
    }

    @Test
    void theHeaderIsLengthCommandAndNumber() {
        var bytes = new CmppCodec(CmppVersion.V3).encode(new Numbered(0x01020304, new ActiveTest()));
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("0000000c0000000801020304");
    }

    @Test
    void theProofIsTheDigestOfNameZerosSecretAndTime() throws Exception {
        var md5 = java.security.MessageDigest.getInstance("MD5");
        var expected = md5.digest("901234\0\0\0\0\0\0\0\0\0secret0102030405".getBytes(
                java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(CmppSecret.ofClient("901234", "secret", 102030405)).isEqualTo(HexFormat.of().formatHex(expected));
    }

    @ParameterizedTest
    @EnumSource(CmppVersion.class)
    void garbageIsAnIoProblemAndNothingWorse(CmppVersion version) {
        var codec = new CmppCodec(version);
        var random = new Random(5);
        for (int i = 0; i < 30_000; i++) {
            var frame = codec.encode(new Numbered(i, FRAMES.get(random.nextInt(FRAMES.size()))));
            for (int j = random.nextInt(6); j >= 0; j--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            }
            try {
                codec.read(new ByteArrayInputStream(frame, 0, random.nextInt(frame.length + 1)));
            } catch (IOException expected) {
                assertThat(expected).isNotNull();
            }
        }
    }
}
