package io.waypost.app.bot;

import io.waypost.app.knowledge.Answers;
import io.waypost.app.knowledge.Hit;
import io.waypost.app.knowledge.Unanswered;
import io.waypost.core.dialogue.Dialogue.Answer;
import io.waypost.core.dialogue.Dialogue.Event;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.OpenQuestion;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Answers out of the knowledge base, with their source and its date. What nothing answers goes to those who write articles.
 *
 * <p>It is sure of a hit that is near, or that is far ahead of the next; otherwise the customer chooses of three.
 */
@Component
class BotAnswers {

    private static final String CHOSEN = "id:";
    private static final int OFFERED = 3;
    private static final double NEAR = 0.78;
    private static final double LIKELY = 0.62;
    private static final double AHEAD = 0.08;

    private final Answers answers;
    private final Unanswered unanswered;

    BotAnswers(Answers answers, Unanswered unanswered) {
        this.answers = answers;
        this.unanswered = unanswered;
    }

    Event find(BotSession session, String question) {
        if (question.startsWith(CHOSEN)) {
            return new Event.Answers(
                    answers.get(UUID.fromString(question.substring(CHOSEN.length())), session.unitPath(),
                            session.channel(), ArticleAudience.CUSTOMERS).stream().map(BotAnswers::answer).toList(),
                    true);
        }
        var hits = answers.find(question, session.unitPath(), session.channel(), ArticleAudience.CUSTOMERS, OFFERED);
        if (hits.isEmpty()) {
            unanswered.record(question, session.conversation(), OpenQuestion.Reason.NO_ANSWER, null);
        }
        return new Event.Answers(hits.stream().map(BotAnswers::answer).toList(), sure(hits));
    }

    private static boolean sure(List<Hit> hits) {
        if (hits.isEmpty()) {
            return false;
        }
        double best = hits.getFirst().score();
        return best >= NEAR || (best >= LIKELY && (hits.size() == 1 || best - hits.get(1).score() >= AHEAD));
    }

    private static Answer answer(Hit hit) {
        return new Answer(hit.article().toString(), hit.title(),
                "%s\n（依据：%s，%s）".formatted(hit.text(), hit.source().name(), hit.source().date()));
    }
}
