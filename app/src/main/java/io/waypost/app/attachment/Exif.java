package io.waypost.app.attachment;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads one thing from a JPEG's EXIF block (JEITA CP-3451): how the camera was held. */
final class Exif {

    private static final int NORMAL = 1;
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int EXIF_HEADER = 0x45786966;
    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /** 1 to 8; 1 where the file does not say or is no JPEG. */
    static int orientation(byte[] file) {
        try {
            var jpeg = ByteBuffer.wrap(file);
            if (Short.toUnsignedInt(jpeg.getShort()) != 0xffd8) {
                return NORMAL;
            }
            while (jpeg.remaining() > 4) {
                int marker = Short.toUnsignedInt(jpeg.getShort());
                int length = Short.toUnsignedInt(jpeg.getShort());
                if (marker == START_OF_SCAN || marker < 0xff00 || length < 2) {
                    return NORMAL;
                }
                int next = jpeg.position() + length - 2;
                if (marker == APP1 && jpeg.getInt(jpeg.position()) == EXIF_HEADER) {
                    return inTiff(jpeg.slice(jpeg.position() + 6, length - 8));
                }
                jpeg.position(next);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cutShort) {
            // A block that ends too early says nothing.
        }
        return NORMAL;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return value >= 1 && value <= 8 ? value : NORMAL;
            }
        }
        return NORMAL;
    }
}
