package io.waypost.app.attachment;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A feature whose things have files (附件归属方). It alone knows who sees them: declare a bean of this type for each kind of thing.
 * Implementations must be thread-safe; they are asked inside a transaction of the current actor.
 */
public interface AttachmentOwner {

    /** The kind of its things, in capitals; part of the address of a file. */
    String kind();

    /** What the current actor may do with the files of that thing; empty where they do not see it or there is none. */
    Optional<Reach> reach(UUID subject);

    /**
     * The reach of somebody who sees a thing.
     *
     * @param unitPaths the units that the thing belongs to or is shown to: the files are hidden from everybody else in the database too
     * @param mayAdd whether the current actor may add files now
     */
    record Reach(Set<String> unitPaths, boolean mayAdd) {

        public Reach {
            unitPaths = Set.copyOf(unitPaths);
        }
    }
}
