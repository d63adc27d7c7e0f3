package io.waypost.app.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Photos as telephones take them. */
public final class Camera {

    private Camera() {}

    /** A photo that lies on its side, with everything the camera knows written beside it. */
    public static byte[] photo() {
        try {
            return withExif(jpeg(redInTheTopLeft()), 6);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static BufferedImage redInTheTopLeft() {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 16; x++) {
            for (int y = 0; y < 8; y++) {
                image.setRGB(x, y, Color.RED.getRGB());
            }
        }
        return image;
    }

    public static byte[] jpeg(BufferedImage image) throws IOException {
        return encoded(image, "jpg");
    }

    public static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** Puts an EXIF block with that orientation right behind the start of the file. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
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
}
