package io.waypost.watch.timeline;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files in memory that know what a loss of power leaves: only bytes that were forced, and only names that were forced. Every operation
 * is counted and may be made to fail, as if the machine had died in it.
 */
final class MemoryStorage implements Storage {

    private final Map<String, File> files = new TreeMap<>();
    private final Map<String, File> durable = new TreeMap<>();
    private int fails;
    private boolean dies;
    private boolean dead;
    private int operations;
    private int open;

    /** Makes the n-th operation from now on fail, and if it dies all after it too. */
    synchronized void failAt(int operation, boolean thenDies) {
        fails = operation;
        dies = thenDies;
        operations = 0;
    }

    synchronized int operations() {
        return operations;
    }

    /** How many files are open to read. */
    synchronized int open() {
        return open;
    }

    /** What a new start finds. */
    synchronized MemoryStorage restarted(Loss loss) {
        var found = new MemoryStorage();
        var names = new TreeMap<>(loss == Loss.NONE ? files : durable);
        if (loss == Loss.ALL_BUT_MANIFESTS) {
            names.keySet().removeIf(name -> name.startsWith("manifest"));
            files.forEach((name, file) -> {
                if (name.startsWith("manifest")) {
                    names.put(name, file);
                }
            });
        }
        names.forEach((name, file) -> {
            var copy = new File();
            copy.bytes = loss == Loss.NONE ? file.bytes : Arrays.copyOf(file.bytes, file.forced);
            copy.forced = copy.bytes.length;
            found.files.put(name, copy);
            found.durable.put(name, copy);
        });
        return found;
    }

    synchronized byte[] bytes(String name) {
        return files.getOrDefault(name, new File()).bytes.clone();
    }

    synchronized void put(String name, byte[] bytes) {
        var file = new File();
        file.bytes = bytes;
        file.forced = bytes.length;
        files.put(name, file);
        durable.put(name, file);
    }

    private void step() throws IOException {
        operations++;
        dead |= dies && operations == fails;
        if (dead || operations == fails) {
            throw new IOException("The machine died.");
        }
    }

    @Override
    public synchronized Output create(String name) throws IOException {
        step();
        var file = new File();
        files.put(name, file);
        return new Output() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                synchronized (MemoryStorage.this) {
                    int before = file.bytes.length;
                    file.bytes = Arrays.copyOf(file.bytes, before + length);
                    System.arraycopy(bytes, offset, file.bytes, before, length);
                    try {
                        step();
                    } catch (IOException died) {
                        // Half of a write is what death may leave.
                        file.bytes = Arrays.copyOf(file.bytes, before + length / 2);
                        throw died;
                    }
                }
            }

            @Override
            public void force() throws IOException {
                synchronized (MemoryStorage.this) {
                    step();
                    file.forced = file.bytes.length;
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public synchronized Content open(String name) throws IOException {
        step();
        var file = files.get(name);
        if (file == null) {
            throw new IOException("There is no %s.".formatted(name));
        }
        open++;
        var bytes = MemorySegment.ofArray(file.bytes.clone());
        return new Content() {
            private boolean closed;

            @Override
            public MemorySegment bytes() {
                if (closed) {
                    throw new IllegalStateException("%s is closed.".formatted(name));
                }
                return bytes;
            }

            @Override
            public void close() {
                synchronized (MemoryStorage.this) {
                    if (closed) {
                        throw new IllegalStateException("%s is closed twice.".formatted(name));
                    }
                    closed = true;
                    open--;
                    bytes.fill((byte) 0);
                }
            }
        };
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        step();
        var file = files.remove(from);
        if (file == null) {
            throw new IOException("There is no %s.".formatted(from));
        }
        files.put(to, file);
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        step();
        files.remove(name);
    }

    @Override
    public synchronized List<String> list() throws IOException {
        step();
        return List.copyOf(files.keySet());
    }

    @Override
    public synchronized void force() throws IOException {
        step();
        durable.clear();
        durable.putAll(files);
    }

    @Override
    public void close() {}

    /** What a crash takes. */
    enum Loss {
        /** Only the process died. */
        NONE,
        /** Power was lost: bytes and names that were not forced are gone. */
        ALL,
        /** So it was, but the names of manifests had reached the disk by chance before those of other files. */
        ALL_BUT_MANIFESTS
    }

    private static final class File {
        private byte[] bytes = new byte[0];
        private int forced;
    }
}
