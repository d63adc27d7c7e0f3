package io.waypost.app.attachment;

import io.waypost.core.attachment.FileFault;
import io.waypost.core.attachment.FileLook;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a picture harmless: read by what it is and not by what it is called, drawn anew upright, written as a plain JPEG. Places,
 * device names and whatever else stood in the file stay behind.
 */
final class Pictures {

    /** The largest picture that is read at all. */
    static final long PIXELS = 40_000_000;
    /** The longest side of what is kept. */
    static final int LONGEST_SIDE = 2_560;

    private static final float QUALITY = 0.85f;

    private Pictures() {}

    /** A clean picture. */
    @SuppressWarnings("ArrayRecordComponent")
    record Clean(byte[] jpeg, int width, int height) {}

    /** Cleans the picture, which looks like a JPEG or PNG; refuses what is too large or broken. */
    static Clean clean(byte[] file, FileLook look) throws Unusable {
        var format = look == FileLook.PNG ? "png" : "jpeg";
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            var upright = upright(read(reader), Exif.orientation(file));
            return new Clean(write(upright), upright.getWidth(), upright.getHeight());
        } catch (IOException | RuntimeException broken) {
            // The decoders of the JDK throw almost anything at a file made to break them.
            throw new Unusable(FileFault.UNREADABLE, broken);
        } finally {
            reader.dispose();
        }
    }

    /** Reads with as few pixels as will do, so that a large picture does not fill the memory. */
    private static BufferedImage read(ImageReader reader) throws IOException, Unusable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > PIXELS) {
            throw new Unusable(FileFault.TOO_MANY_PIXELS, null);
        }
        int step = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    /** Turned as the camera was held, scaled down where it is still too large, on white where it was transparent. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lying = orientation >= 5;
        var upright = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = upright.createGraphics();
        try {
            draw(graphics, image, turn(orientation, width, height), scale);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    private static void draw(Graphics2D graphics, BufferedImage image, AffineTransform turn, double scale) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1 << 20, 1 << 20);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        turn.scale(scale, scale);
        graphics.drawImage(image, turn, null);
    }

    /** The eight orientations of EXIF (TIFF 6.0, tag 274) as moves of a picture of that size. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] write(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
