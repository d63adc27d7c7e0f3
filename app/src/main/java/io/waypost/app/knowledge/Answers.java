package io.waypost.app.knowledge;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.knowledge.ArticleAudience;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the knowledge base knows about a question (知识检索), from memory. Thread-safe, without I/O. Whoever asks for a customer must say so:
 * what is for agents only is then left out.
 */
public interface Answers {

    /**
     * The articles in force that come nearest to the question, the best first; none where none is near enough.
     *
     * @param unitPath where it is asked, which decides whose articles and which variants count; null where that is not known
     * @param channel which variants count; null where that is not known
     * @param most how many at most
     */
    List<Hit> find(String question, @Nullable String unitPath, @Nullable ContactChannel channel,
            ArticleAudience audience, int most);

    /** The article in force of that id, as it counts there; empty where none is, or where it is not for them. */
    Optional<Hit> get(UUID article, @Nullable String unitPath, @Nullable ContactChannel channel,
            ArticleAudience audience);
}
