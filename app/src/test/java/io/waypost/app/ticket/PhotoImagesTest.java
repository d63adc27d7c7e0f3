package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.ticket.PhotoImages.Fault;
import io.waypost.app.ticket.PhotoImages.Unusable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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

@DisplayName("N3 photos are drawn anew: nothing hidden comes through, nothing broken breaks us")
class PhotoImagesTest {

    private static final int RED = Color.RED.getRGB();

    @ParameterizedTest
    @CsvSource({"1,40,20,0,0", "2,40,20,1,0", "3,40,20,1,1", "4,40,20,0,1", "5,20,40,0,0", "6,20,40,1,0", "7,20,40,1,1",
            "8,20,40,0,1"})
    void aPhotoStandsUprightHoweverTheCameraWasHeld(int orientation, int width, int height, int right, int down)
            throws Exception {
        var clean = PhotoImages.clean(withExif(jpeg(redInTheTopLeft()), orientation));
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
        var clean = PhotoImages.clean(withExif(jpeg(redInTheTopLeft()), 6));
        assertThat(new String(clean.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void aTransparentPngComesOutOnWhite() throws Exception {
        var image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB);
        var clean = PhotoImages.clean(encoded(image, "png"));
        assertThat(new Color(ImageIO.read(new ByteArrayInputStream(clean.jpeg())).getRGB(5, 5))).isEqualTo(Color.WHITE);
    }

    @Test
    void aLargePhotoIsScaledDown() throws Exception {
        var clean = PhotoImages.clean(jpeg(new BufferedImage(6_000, 4_000, BufferedImage.TYPE_INT_RGB)));
        assertThat(clean.width()).isEqualTo(PhotoImages.LONGEST_SIDE);
        assertThat(clean.height()).isBetween(1_700, 1_710);
    }

    @Test
    void aTinyFileThatClaimsManyPixelsIsNotDecoded() throws Exception {
        assertFault(Fault.TOO_MANY_PIXELS, pngThatClaims(30_000, 30_000));
    }

    @Test
    void whatIsNoPhotoIsRefusedWhateverItIsCalled() {
        assertFault(Fault.NOT_A_PHOTO,
                "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8));
        assertFault(Fault.NOT_A_PHOTO, "GIF89a......".getBytes(StandardCharsets.US_ASCII));
        assertFault(Fault.NOT_A_PHOTO, new byte[0]);
        assertFault(Fault.UNREADABLE, new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0, 0, 0});
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
                assertThat(PhotoImages.clean(bad).width()).as("seed %d", seed).isPositive();
            } catch (Unusable refused) {
                assertThat(refused.fault()).isNotNull();
            }
        }
    }

    private static void assertFault(Fault fault, byte[] file) {
        assertThatThrownBy(() -> PhotoImages.clean(file)).isInstanceOfSatisfying(Unusable.class,
                unusable -> assertThat(unusable.fault()).isEqualTo(fault));
    }

    private static boolean isRed(int rgb) {
        var color = new Color(rgb);
        return color.getRed() > 180 && color.getGreen() < 90 && color.getBlue() < 90;
    }

    static BufferedImage redInTheTopLeft() {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 16; x++) {
            for (int y = 0; y < 8; y++) {
                image.setRGB(x, y, RED);
            }
        }
        return image;
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        return encoded(image, "jpg");
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** Puts an EXIF block with that orientation right behind the start of the file. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        var tiff = ByteBuffer.allocate(26)
                .putShort((short) 0x4d4d).putShort((short) 42).putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        var exif = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(jpeg.length + 4 + exif.length + 26)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1).putShort((short) (2 + exif.length + 26)).put(exif).put(tiff.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
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
