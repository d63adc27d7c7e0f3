package io.waypost.app.bot;

import io.waypost.app.knowledge.Answers;
import io.waypost.app.knowledge.Hit;
import io.waypost.app.knowledge.Unanswered;
import io.waypost.bot.answer.AnswerConfidence;
import io.waypost.core.dialogue.Event;
import io.waypost.core.dialogue.Event.Answer;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.OpenQuestion;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Answers out of the knowledge base, with their source and its date; where it is not sure of one the customer chooses of three. What nothing
 * answers goes to those who write articles.
 */
@Component
class BotAnswers {

    private static final String CHOSEN = "id:";
    private static final int OFFERED = 3;

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
        return new Event.Answers(hits.stream().map(BotAnswers::answer).toList(),
                AnswerConfidence.sure(hits.stream().map(Hit::score).toList()));
    }

    private static Answer answer(Hit hit) {
        return new Answer(hit.article().toString(), hit.title(),
                "%s\n（依据：%s，%s）".formatted(hit.text(), hit.source().name(), hit.source().date()));
    }
}
