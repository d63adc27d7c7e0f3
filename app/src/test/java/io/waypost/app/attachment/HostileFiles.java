package io.waypost.app.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as honest people send them, and as others do. */
final class HostileFiles {

    private HostileFiles() {}

    static byte[] jpeg() {
        return picture("jpg");
    }

    static byte[] picture(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    static byte[] pdf(String inside) {
        return text("%PDF-1.7\n1 0 obj << " + inside + " >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
    }

    static byte[] film(String brand) {
        var place = box("udta", text("©xyz+23.1291+113.2644/"));
        return join(box("ftyp", text(brand + "\0\0\2\0")), box("moov", join(box("mvhd", new byte[100]), place)),
                box("mdat", new byte[64]));
    }

    static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length).put(text(type)).put(content).array();
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Map<String, byte[]> workbook() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("[Content_Types].xml", text("<Types/>"));
        entries.put("_rels/.rels", text("<Relationships/>"));
        entries.put("xl/workbook.xml", text("<workbook/>"));
        return entries;
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** A workbook with one more entry. */
    static byte[] workbookWith(String name, byte[] content) {
        var entries = workbook();
        entries.put(name, content);
        return zip(entries);
    }

    /** A workbook of half a megabyte that unpacks to more than 250 MB. */
    static byte[] bomb() {
        return workbookWith("xl/worksheets/sheet1.xml", new byte[260 << 20]);
    }
}
