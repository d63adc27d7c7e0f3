package io.waypost.watch.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The folder of a log, held exclusively. Tests put a failing disk in its place. Safe for threads. */
interface Storage extends Closeable {

    /** Names of the files, in no order. */
    List<String> names() throws IOException;

    /** Creates a file that must not exist yet. {@link DiskFull} if there is no space. */
    SegmentFile create(String name) throws IOException;

    /** Opens a file to read and to write. */
    SegmentFile open(String name) throws IOException;

    /** Opens a file to read only; {@link java.nio.file.NoSuchFileException} if it was deleted. */
    SegmentFile openToRead(String name) throws IOException;

    /** Deletes a file. */
    void delete(String name) throws IOException;

    /** Returns when files created and deleted are so on disk. */
    void forceFolder() throws IOException;

    /** The full path of a file, for messages. */
    String path(String name);
}
