package io.waypost.core.attachment;

/** What kinds of file are kept (附件类型); the names are part of the API. */
public enum FileType {
    /** A photo or a picture; kept as a JPEG that was drawn anew, whatever it was. */
    PICTURE("image/jpeg", "jpg", 10_000_000, true),
    /** A paper. */
    PDF("application/pdf", "pdf", 20_000_000, false),
    /** A film. */
    MP4("video/mp4", "mp4", 100_000_000, true),
    /** A film of a telephone. */
    MOV("video/quicktime", "mov", 100_000_000, true),
    /** A table. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", 20_000_000, false),
    /** A text. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", 20_000_000, false);

    private final String mediaType;
    private final String extension;
    private final long mostBytes;
    private final boolean shown;

    FileType(String mediaType, String extension, long mostBytes, boolean shown) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.mostBytes = mostBytes;
        this.shown = shown;
    }

    /** As browsers are told. */
    public String mediaType() {
        return mediaType;
    }

    /** What its name ends in, without the dot. */
    public String extension() {
        return extension;
    }

    /** The largest file of the kind that is taken, in bytes as it arrives. */
    public long mostBytes() {
        return mostBytes;
    }

    /** Whether a page may show it; everything else is only saved to a disk. */
    public boolean shown() {
        return shown;
    }
}
