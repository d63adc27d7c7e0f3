package io.waypost.watch.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/** A disk in memory that can be full, fail, write less than asked and lose its power. Safe for threads. */
final class FaultyDisk implements Storage {

    private final Random random;
    private final Map<String, FaultyFile> files = new TreeMap<>();
    private final Map<String, FaultyFile> forcedNames = new TreeMap<>();
    private long capacity = Long.MAX_VALUE;
    private int writesToFail;
    private int forcesToFail;
    private int changesLeft = Integer.MAX_VALUE;
    private volatile Semaphore forces = new Semaphore(Integer.MAX_VALUE / 2);

    FaultyDisk(long seed) {
        this.random = new Random(seed);
    }

    /** A disk with a copy of everything as it is, as after a kill. */
    synchronized FaultyDisk afterKill() {
        var next = new FaultyDisk(random.nextLong());
        files.forEach((name, file) -> next.put(name, new FaultyFile(file.content())));
        return next;
    }

    /** A disk with what survives a power failure now. */
    synchronized FaultyDisk afterPowerLoss() {
        var next = new FaultyDisk(random.nextLong());
        files.forEach((name, file) -> {
            if (forcedNames.containsKey(name) || random.nextBoolean()) {
                next.put(name, file.afterPowerLoss(random));
            }
        });
        forcedNames.forEach((name, file) -> {
            if (!files.containsKey(name) && random.nextBoolean()) {
                next.put(name, file.afterPowerLoss(random));
            }
        });
        return next;
    }

    synchronized void put(String name, FaultyFile file) {
        files.put(name, file);
        forcedNames.put(name, file);
    }

    synchronized FaultyFile file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    synchronized void capacity(long bytes) {
        capacity = bytes;
    }

    synchronized long used() {
        return files.values().stream().mapToLong(FaultyFile::size).sum();
    }

    synchronized void failWrites(int count) {
        writesToFail = count;
    }

    synchronized void failForces(int count) {
        forcesToFail = count;
    }

    /** The power goes off at the given change from now on. */
    synchronized void powerOffAfter(int changes) {
        changesLeft = changes;
    }

    /** Lets no force return before it is permitted. */
    Semaphore holdForces() {
        forces = new Semaphore(0);
        return forces;
    }

    private boolean lastChange() throws IOException {
        if (changesLeft < 0) {
            throw FaultyFile.error("the power is off");
        }
        changesLeft--;
        return changesLeft < 0;
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public synchronized SegmentFile create(String name) throws IOException {
        boolean last = lastChange();
        if (files.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        files.put(name, new FaultyFile(new byte[0]));
        return opened(name, last);
    }

    @Override
    public synchronized SegmentFile open(String name) throws IOException {
        return opened(name, false);
    }

    @Override
    public synchronized SegmentFile openToRead(String name) throws IOException {
        return opened(name, false);
    }

    private SegmentFile opened(String name, boolean off) throws IOException {
        require(off);
        if (!files.containsKey(name)) {
            throw new NoSuchFileException(name);
        }
        return new Open(file(name));
    }

    private static void require(boolean off) throws IOException {
        if (off) {
            throw FaultyFile.error("the power went off");
        }
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        boolean last = lastChange();
        files.remove(name);
        require(last);
    }

    @Override
    public synchronized void forceFolder() throws IOException {
        boolean last = lastChange();
        if (!last || random.nextBoolean()) {
            forcedNames.clear();
            forcedNames.putAll(files);
        }
        require(last);
    }

    @Override
    public String path(String name) {
        return "disk/" + name;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private final class Open implements SegmentFile {

        private final FaultyFile file;

        private Open(FaultyFile file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target, long offset) {
            synchronized (FaultyDisk.this) {
                return file.read(target, offset);
            }
        }

        @Override
        public int write(ByteBuffer source, long offset) throws IOException {
            synchronized (FaultyDisk.this) {
                boolean last = lastChange();
                if (writesToFail > 0) {
                    writesToFail--;
                    throw FaultyFile.error("a write");
                }
                // Short writes are allowed at any time.
                int wanted = random.nextInt(4) == 0 ? 1 + random.nextInt(source.remaining()) : source.remaining();
                long free = capacity - used() + file.size() - offset;
                int count = (int) Math.min(wanted, free);
                if (count <= 0) {
                    throw new DiskFull("No space left on the faulty disk.", FaultyFile.error("full"));
                }
                var bytes = new byte[count];
                source.get(bytes);
                file.write(bytes, offset);
                require(last);
                return count;
            }
        }

        @Override
        public void force() throws IOException {
            forces.acquireUninterruptibly();
            synchronized (FaultyDisk.this) {
                boolean last = lastChange();
                if (forcesToFail > 0) {
                    forcesToFail--;
                    file.forgetUnforced();
                    throw FaultyFile.error("a force");
                }
                if (!last || random.nextBoolean()) {
                    file.force();
                }
                require(last);
            }
        }

        @Override
        public void cut(long size) throws IOException {
            synchronized (FaultyDisk.this) {
                boolean last = lastChange();
                file.cut(size);
                require(last);
                file.force();
            }
        }

        @Override
        public long size() {
            synchronized (FaultyDisk.this) {
                return file.size();
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
