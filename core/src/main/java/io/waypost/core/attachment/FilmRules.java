package io.waypost.core.attachment;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a film of the ISO base media format (ISO/IEC 14496-12, MP4 and MOV) must be to be kept (视频附件规则): boxes that fill the file
 * exactly, with the film and its index among them. Everything that only describes it, such as the place where it was taken and the
 * name of the telephone, is to be blanked; offsets into the film stay as they were.
 */
public final class FilmRules {

    private static final int MOST_BOXES = 20_000;
    private static final Set<String> PLAYED = Set.of("ftyp", "styp", "moov", "mdat", "moof", "sidx", "mfra", "wide",
            "pdin", "prft");
    private static final Set<String> OF_MOVIE = Set.of("mvhd", "iods", "trak", "mvex", "rmra", "cmov", "prfl", "ctab");
    private static final Set<String> OF_TRACK = Set.of("tkhd", "edts", "mdia", "tref", "clip", "matt", "tapt", "load",
            "imap", "trgr");

    private FilmRules() {}

    /** What was found. */
    public sealed interface Verdict {

        /**
         * It may be kept, once these boxes are blank.
         *
         * @param blanks in order; none overlaps another
         */
        record Kept(List<Blank> blanks) implements Verdict {

            public Kept {
                blanks = List.copyOf(blanks);
            }
        }

        /** It is not taken. */
        record Refused(FileFault fault) implements Verdict {}
    }

    /**
     * A box to be blanked: its type becomes {@code free}, which players skip, its content zero.
     *
     * @param typeAt where the four letters of its type stand
     * @param from where its content begins
     * @param until where it ends
     */
    public record Blank(int typeAt, int from, int until) {

        /** Blanks it. */
        public void apply(ByteBuffer file) {
            byte[] free = {'f', 'r', 'e', 'e'};
            file.put(typeAt, free);
            for (int at = from; at < until; at++) {
                file.put(at, (byte) 0);
            }
        }
    }

    /** Examines a film; the buffer is only read. */
    public static Verdict examine(ByteBuffer file) {
        try {
            var walk = new Walk(file);
            walk.file();
            return walk.movie && walk.media
                    ? new Verdict.Kept(walk.blanks)
                    : new Verdict.Refused(FileFault.UNREADABLE);
        } catch (Broken broken) {
            return new Verdict.Refused(FileFault.UNREADABLE);
        }
    }

    private record Box(String type, int typeAt, int from, int until) {}

    /** Leaves a walk that has nowhere to go; never seen outside. */
    private static final class Broken extends Exception {

        Broken() {
            super(null, null, false, false);
        }
    }

    private static final class Walk {

        private final ByteBuffer file;
        private final List<Blank> blanks = new ArrayList<>();
        private int boxes;
        private boolean movie;
        private boolean media;

        Walk(ByteBuffer file) {
            this.file = file;
        }

        void file() throws Broken {
            int at = 0;
            while (at < file.limit()) {
                var box = box(at, file.limit());
                movie |= box.type().equals("moov");
                media |= box.type().equals("mdat");
                if (box.type().equals("moov")) {
                    inside(box, OF_MOVIE);
                } else if (!PLAYED.contains(box.type())) {
                    blank(box);
                }
                at = box.until();
            }
        }

        private void inside(Box parent, Set<String> played) throws Broken {
            int at = parent.from();
            while (at < parent.until()) {
                // QuickTime ends some lists with a zero instead of a box.
                if (parent.until() - at == 4 && file.getInt(at) == 0) {
                    return;
                }
                var box = box(at, parent.until());
                if (box.type().equals("trak")) {
                    inside(box, OF_TRACK);
                } else if (!played.contains(box.type())) {
                    blank(box);
                }
                at = box.until();
            }
        }

        private void blank(Box box) {
            blanks.add(new Blank(box.typeAt(), box.from(), box.until()));
        }

        private Box box(int at, int end) throws Broken {
            if (++boxes > MOST_BOXES || end - at < 8) {
                throw new Broken();
            }
            long size = Integer.toUnsignedLong(file.getInt(at));
            int header = 8;
            if (size == 1) {
                if (end - at < 16) {
                    throw new Broken();
                }
                size = file.getLong(at + 8);
                header = 16;
            } else if (size == 0) {
                size = (long) end - at;
            }
            if (size < header || size > (long) end - at) {
                throw new Broken();
            }
            return new Box(type(at + 4), at + 4, at + header, at + (int) size);
        }

        private String type(int at) {
            var type = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                type.append((char) (file.get(at + i) & 0xff));
            }
            return type.toString();
        }
    }
}
