package io.waypost.app.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C1 safe mode of WeChat: what others encrypt we read, what we encrypt others read, and nothing that was touched")
class WechatCipherTest {

    private static final String APP = "wx0123456789abcdef";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private final WechatCipher ours = new WechatCipher("Waypost2026", APP, KEY);
    private final WxCryptUtil theirs = new WxCryptUtil("Waypost2026", KEY, APP);
    private final Random random = new Random(7);

    @Test
    void readsAndIsReadByAnotherOnes() {
        for (int length = 0; length < 300; length++) {
            var text = text(length * 7);
            assertThat(ours.decrypt(theirs.encrypt("0123456789abcdef", text))).contains(text);
            var written = ours.encrypt(text);
            assertThat(theirs.decrypt(written)).isEqualTo(text);
            assertThat(theirs.decryptContent(ours.signature("1700000000", "n", written), "1700000000", "n", written))
                    .isEqualTo(text);
        }
    }

    @Test
    void refusesWhatWasTouchedAndWhatIsForSomebodyElse() {
        var written = ours.encrypt("查一下 YT6200000000017");
        var bytes = Base64.getDecoder().decode(written);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            var touched = Base64.getEncoder().encodeToString(bytes);
            assertThat(ours.signed(ours.signature("1", "n", written), "1", "n", touched)).isFalse();
            // Whatever comes out of it, it must not fail in another way.
            ours.decrypt(touched);
            bytes[i] ^= 1;
        }
        assertThat(new WechatCipher("Waypost2026", "wxffffffffffffffff", KEY).decrypt(written)).isEmpty();
        for (var rubbish : new String[]{"", "====", "AAAA", "a".repeat(64), "你好"}) {
            assertThat(ours.decrypt(rubbish)).as(rubbish).isEmpty();
        }
        assertThat(ours.signed("", "1", "n", written)).isFalse();
        assertThatThrownBy(() -> theirs.decryptContent("0".repeat(40), "1", "n", written)).isNotNull();
    }

    private String text(int length) {
        var points = new int[length];
        for (int i = 0; i < length; i++) {
            points[i] = switch (random.nextInt(4)) {
                case 0 -> 'a' + random.nextInt(26);
                case 1 -> 0x4E00 + random.nextInt(0x4000);
                case 2 -> 0x1F600 + random.nextInt(60);
                default -> ' ';
            };
        }
        return new String(points, 0, length);
    }
}
