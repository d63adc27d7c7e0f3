package io.waypost.watch.timeline;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Where the files of the timelines lie: one flat folder of theirs. Thread-safe. */
public interface Storage extends AutoCloseable {

    /** Begins a file, empty, in place of one that may be there. */
    Output create(String name) throws IOException;

    /** Opens a whole file to read. */
    Content open(String name) throws IOException;

    /** Gives a file a new name, in place of one that may be there, in one step. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file, if it is there. */
    void delete(String name) throws IOException;

    /** The names of all files. */
    List<String> list() throws IOException;

    /** Puts on disk which files there are: those created, renamed and deleted. */
    void force() throws IOException;

    @Override
    void close() throws IOException;

    /** A file that is being written. Not thread-safe. */
    interface Output extends AutoCloseable {

        /** Adds bytes at the end. */
        void write(byte[] bytes, int offset, int length) throws IOException;

        /** Puts on disk what was written. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A file that is being read. Its bytes must not be touched after it was closed. */
    interface Content extends AutoCloseable {

        /** All bytes of the file. */
        MemorySegment bytes();

        @Override
        void close();
    }
}
