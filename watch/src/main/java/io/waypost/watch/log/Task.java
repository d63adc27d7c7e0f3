package io.waypost.watch.log;

/** What the committing thread is to do next. */
sealed interface Task {

    /** Write and force the batch. */
    record Commit(Batch batch) implements Task {}

    /** Find out whether there is space again, for frames from the number on. */
    record Probe(long next) implements Task {}

    /** Everything is committed; close. */
    record Stop() implements Task {}
}
