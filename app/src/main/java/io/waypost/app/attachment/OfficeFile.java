package io.waypost.app.attachment;

import io.waypost.core.attachment.FileFault;
import io.waypost.core.attachment.FileType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Tells which office document a ZIP is, and refuses what pretends to be one. */
final class OfficeFile {

    /** More than this no honest document unpacks to. */
    static final long MOST_UNPACKED = 200L << 20;

    private static final int MOST_ENTRIES = 5_000;
    private static final Set<String> ACTIVE = Set.of("vbaproject.bin", "vbadata.xml");

    private OfficeFile() {}

    static FileType type(Path path) throws IOException, Unusable {
        try (var zip = ZipFile.builder().setPath(path).get()) {
            var names = new HashSet<String>();
            long unpacked = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                names.add(examined(entry));
                unpacked += unpacked(zip, entry, MOST_UNPACKED - unpacked);
                if (names.size() > MOST_ENTRIES) {
                    throw new Unusable(FileFault.UNPACKS_TOO_LARGE, null);
                }
            }
            return type(names);
        } catch (IOException | RuntimeException broken) {
            // The reader throws almost anything at an archive made to break it.
            throw new Unusable(FileFault.UNREADABLE, broken);
        }
    }

    private static FileType type(Set<String> names) throws Unusable {
        if (names.contains("[content_types].xml") && names.contains("_rels/.rels")) {
            if (names.contains("xl/workbook.xml")) {
                return FileType.XLSX;
            }
            if (names.contains("word/document.xml")) {
                return FileType.DOCX;
            }
        }
        throw new Unusable(FileFault.UNKNOWN_TYPE, null);
    }

    /** The name in small letters; no macro, no way out of the folder, nothing encrypted. */
    private static String examined(ZipArchiveEntry entry) throws Unusable {
        var name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
        if (name.startsWith("/") || name.contains("../") || entry.isUnixSymlink()
                || entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Unusable(FileFault.UNREADABLE, null);
        }
        if (ACTIVE.contains(name.substring(name.lastIndexOf('/') + 1)) || name.contains("/activex/")
                || (name.contains("/embeddings/") && !name.endsWith("/embeddings/"))) {
            throw new Unusable(FileFault.ACTIVE_CONTENT, null);
        }
        return name;
    }

    /** By unpacking it: what the archive says of itself may be a lie. */
    private static long unpacked(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException, Unusable {
        var buffer = new byte[1 << 16];
        long bytes = 0;
        try (var content = zip.getInputStream(entry)) {
            for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                bytes += got;
                if (bytes > most) {
                    throw new Unusable(FileFault.UNPACKS_TOO_LARGE, null);
                }
            }
        }
        return bytes;
    }
}
