package io.waypost.client.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The scans of a file, one after the other, whatever it is written in. Not safe for threads. */
final class ScanLines implements AutoCloseable {

    /**
     * One scan of the file.
     *
     * @param number 1-based line of the file that it starts on
     * @param content as it stands in the file
     * @param json what goes to the server
     */
    record Line(long number, String content, String json) {}

    /** What hands out the lines; null at the end. */
    interface Source {

        @Nullable
        Line next() throws IOException;
    }

    private static final int LOOK_AHEAD = 4096;

    private final Counting counting;

    private final Reader reader;

    private final Source source;

    private ScanLines(Counting counting, Reader reader, Source source) {
        this.counting = counting;
        this.reader = reader;
        this.source = source;
    }

    static ScanLines open(Path file, Charset charset, Consumer<String> warnings) throws IOException {
        Counting counting = new Counting(Files.newInputStream(file));
        InputStream plain = unzipped(counting);
        BufferedReader reader = new BufferedReader(new InputStreamReader(plain,
                charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        int first = firstCharacter(reader);
        if (first == '[') {
            throw new WrongUse(
                    file + ":1: this is a JSON array; a file must have one JSON object a line (NDJSON), or be CSV.\n"
                            + "Maybe convert it: jq -c '.[]' FILE > FILE.ndjson");
        }
        return new ScanLines(counting, reader,
                first == '{' || first < 0
                        ? new NdjsonScans(reader)
                        : new CsvScans(file, reader,
                                warnings));
    }

    @Nullable
    Line next() throws IOException {
        return source.next();
    }

    /** Bytes of the file read so far, as they lie on the disk. */
    long bytesRead() {
        return counting.count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    /** The first character that is neither blank nor a byte order mark; a byte order mark is taken, the rest left unread. */
    private static int firstCharacter(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        reader.mark(LOOK_AHEAD);
        int first = reader.read();
        for (int i = 1; i < LOOK_AHEAD && Character.isWhitespace(first); i++) {
            first = reader.read();
        }
        reader.reset();
        return first;
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        private Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
