package io.waypost.core.attachment;

import java.util.List;
import java.util.Optional;

/** What a file looks like by its first bytes (文件头识别). A look is not a proof: each kind is examined further before it is kept. */
public enum FileLook {
    JPEG,
    PNG,
    PDF,
    MP4,
    MOV,
    /** A ZIP, as office documents are. */
    ZIP;

    /** How many bytes decide. */
    public static final int BYTES = 16;

    private static final List<String> FILM_BRANDS = List.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41",
            "mp42", "avc1", "M4V ", "MSNV", "3gp4", "3gp5", "3gp6", "dash", "mmp4");

    /** What a file with these first bytes looks like; empty where it is nothing that is kept. */
    public static Optional<FileLook> of(byte[] head) {
        if (begins(head, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (begins(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        }
        if (begins(head, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        if (begins(head, 'P', 'K', 3, 4)) {
            return Optional.of(ZIP);
        }
        return film(head);
    }

    /** The largest file of that look, in bytes. */
    public long mostBytes() {
        return switch (this) {
            case JPEG -> FileType.PICTURE.mostBytes();
            case PNG -> FileType.PICTURE.mostBytes();
            case PDF -> FileType.PDF.mostBytes();
            case MP4 -> FileType.MP4.mostBytes();
            case MOV -> FileType.MOV.mostBytes();
            case ZIP -> Math.max(FileType.XLSX.mostBytes(), FileType.DOCX.mostBytes());
        };
    }

    /** Films of the ISO base media format name their kind in their first box; pictures of the same format (HEIC) are none. */
    private static Optional<FileLook> film(byte[] head) {
        if (head.length < 12 || !ascii(head, 4).equals("ftyp")) {
            return Optional.empty();
        }
        var brand = ascii(head, 8);
        if (brand.equals("qt  ")) {
            return Optional.of(MOV);
        }
        return FILM_BRANDS.contains(brand) ? Optional.of(MP4) : Optional.empty();
    }

    private static String ascii(byte[] head, int from) {
        var text = new StringBuilder();
        for (int i = from; i < from + 4; i++) {
            text.append((char) (head[i] & 0xff));
        }
        return text.toString();
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
