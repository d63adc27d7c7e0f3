package io.waypost.core.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds films out of boxes. */
final class FilmFixture {

    private FilmFixture() {}

    static byte[] film() {
        return film("isom");
    }

    /** A small film whose telephone wrote down where it was. */
    static byte[] film(String brand) {
        var place = box("©xyz", "+23.1291+113.2644/".getBytes(StandardCharsets.ISO_8859_1));
        var track = box("trak", join(box("tkhd", new byte[84]), box("mdia", new byte[40]), box("udta", place)));
        var movie = box("moov", join(box("mvhd", new byte[100]), track, box("udta", place), box("meta", new byte[12])));
        return join(box("ftyp", (brand + "\0\0\2\0isomiso2").getBytes(StandardCharsets.ISO_8859_1)),
                box("uuid", "GPS 23.1291".getBytes(StandardCharsets.ISO_8859_1)), movie, box("mdat", new byte[64]));
    }

    static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content).array();
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var joined = ByteBuffer.allocate(length);
        for (var part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
