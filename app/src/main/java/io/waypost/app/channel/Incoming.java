package io.waypost.app.channel;

import io.waypost.app.conversation.NewIdentity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came in on a channel, read (来信). */
public sealed interface Incoming {

    /**
     * A customer said something.
     *
     * @param name as they call themselves; null where that is not known
     * @param conversation the conversation that it certainly belongs to, though it came from elsewhere; null for the sender's own
     */
    record Said(NewIdentity who, @Nullable String name, @Nullable UUID conversation, List<Piece> pieces)
            implements
                Incoming {

        public Said {
            pieces = List.copyOf(pieces);
        }

        @Override
        public String toString() {
            return "Said[%d pieces]".formatted(pieces.size());
        }
    }

    /** Nothing that customer service is to know. */
    record Nothing(String why) implements Incoming {}

    /** A piece of what was said. */
    sealed interface Piece {

        /** Words. */
        record Words(String text) implements Piece {

            @Override
            public String toString() {
                return "Words[%d]".formatted(text.length());
            }
        }

        /** A picture or another file; where it is not taken, the words say so. */
        record File(String name, Content content) implements Piece {}

        /** What only staff are told. */
        record Remark(String text) implements Piece {}
    }
}
