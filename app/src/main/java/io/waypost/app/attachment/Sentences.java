package io.waypost.app.attachment;

import io.waypost.core.attachment.FileFault;

/** What to tell whose file is not taken. */
final class Sentences {

    private Sentences() {}

    static String of(FileFault fault, boolean photosOnly) {
        return switch (fault) {
            case UNKNOWN_TYPE -> photosOnly
                    ? "Send a photo (JPEG, PNG)."
                    : "Send a picture (JPEG, PNG), a PDF, a film (MP4, MOV), or a document (.xlsx, .docx).";
            case TOO_LARGE -> "Pictures may have 10 MB, papers and documents 20 MB, films 100 MB.";
            case TOO_MANY_PIXELS -> "A picture may have 40 megapixels.";
            case UNREADABLE -> "The file is broken or cut short; save it again and send it once more.";
            case UNPACKS_TOO_LARGE -> "The document unpacks to more than can be read.";
            case ACTIVE_CONTENT -> "Save the file without macros, scripts and embedded files.";
        };
    }
}
