package io.waypost.app.attachment;

import static io.waypost.app.testing.Camera.encoded;
import static io.waypost.app.testing.Camera.jpeg;
import static io.waypost.app.testing.Camera.redInTheTopLeft;
import static io.waypost.app.testing.Camera.withExif;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.attachment.FileFault;
import io.waypost.core.attachment.FileLook;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("N3 pictures are drawn anew: nothing hidden comes through, nothing broken breaks us")
class PicturesTest {

    @ParameterizedTest
    @CsvSource({"1,40,20,0,0", "2,40,20,1,0", "3,40,20,1,1", "4,40,20,0,1", "5,20,40,0,0", "6,20,40,1,0", "7,20,40,1,1",
            "8,20,40,0,1"})
    void aPhotoStandsUprightHoweverTheCameraWasHeld(int orientation, int width, int height, int right, int down)
            throws Exception {
        var clean = Pictures.clean(withExif(jpeg(redInTheTopLeft()), orientation), FileLook.JPEG);
        assertThat(clean.width()).isEqualTo(width);
        assertThat(clean.height()).isEqualTo(height);
        var image = ImageIO.read(new ByteArrayInputStream(clean.jpeg()));
        int x = right * (width - 1) + (right == 0 ? 2 : -2);
        int y = down * (height - 1) + (down == 0 ? 2 : -2);
        assertThat(isRed(image.getRGB(x, y))).as("red in the corner %d,%d of orientation %d", x, y, orientation)
                .isTrue();
    }

    @Test
    void whatTheCameraWroteBesideThePictureStaysBehind() throws Exception {
        var clean = Pictures.clean(withExif(jpeg(redInTheTopLeft()), 6), FileLook.JPEG);
        assertThat(new String(clean.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void aTransparentPngComesOutOnWhite() throws Exception {
        var image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB);
        var clean = Pictures.clean(encoded(image, "png"), FileLook.PNG);
        assertThat(new Color(ImageIO.read(new ByteArrayInputStream(clean.jpeg())).getRGB(5, 5))).isEqualTo(Color.WHITE);
    }

    @Test
    void aLargePhotoIsScaledDown() throws Exception {
        var clean = Pictures.clean(jpeg(new BufferedImage(6_000, 4_000, BufferedImage.TYPE_INT_RGB)), FileLook.JPEG);
        assertThat(clean.width()).isEqualTo(Pictures.LONGEST_SIDE);
        assertThat(clean.height()).isBetween(1_700, 1_710);
    }

    @Test
    void aTinyFileThatClaimsManyPixelsIsNotDecoded() throws Exception {
        assertFault(FileFault.TOO_MANY_PIXELS, pngThatClaims(30_000, 30_000), FileLook.PNG);
    }

    @Test
    void whatIsCutShortIsRefused() {
        assertFault(FileFault.UNREADABLE, new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0, 0, 0},
                FileLook.JPEG);
    }

    @Test
    void damagedFilesAreRefusedOrReadButNeverBreakAnything() throws IOException {
        var good = withExif(jpeg(redInTheTopLeft()), 6);
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var bad = good.clone();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Pictures.clean(bad, FileLook.JPEG).width()).as("seed %d", seed).isPositive();
            } catch (Unusable refused) {
                assertThat(refused.fault()).isNotNull();
            }
        }
    }

    private static void assertFault(FileFault fault, byte[] file, FileLook look) {
        assertThatThrownBy(() -> Pictures.clean(file, look)).isInstanceOfSatisfying(Unusable.class,
                unusable -> assertThat(unusable.fault()).isEqualTo(fault));
    }

    private static boolean isRed(int rgb) {
        var color = new Color(rgb);
        return color.getRed() > 180 && color.getGreen() < 90 && color.getBlue() < 90;
    }

    private static byte[] pngThatClaims(int width, int height) {
        var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width)
                .putInt(height)
                .put(new byte[]{8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(64)
                .put(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13).put(header.array()).putInt((int) crc.getValue())
                .array();
    }
}
