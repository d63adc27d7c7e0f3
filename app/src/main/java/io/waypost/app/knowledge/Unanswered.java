package io.waypost.app.knowledge;

import io.waypost.core.knowledge.OpenQuestion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where others say that a question was not answered well (未解答问题): it comes to those who write articles. Thread-safe. */
public interface Unanswered {

    /**
     * Keeps the question, without phones, waybills and addresses; joins the running transaction. Saying the same of one conversation twice
     * changes nothing, nor does a question that holds no words.
     *
     * @param conversation in which it was asked; null where it was in none
     * @param article what was shown for it; null for nothing
     */
    void record(String question, @Nullable UUID conversation, OpenQuestion.Reason reason, @Nullable UUID article);
}
