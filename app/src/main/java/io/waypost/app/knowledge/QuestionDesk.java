package io.waypost.app.knowledge;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.knowledge.QuestionStore.CountedQuestions;
import io.waypost.app.knowledge.QuestionStore.Ending;
import io.waypost.app.knowledge.QuestionStore.GroupState;
import io.waypost.core.knowledge.ArticleLife.State;
import io.waypost.core.knowledge.OpenQuestion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes questions in that were not answered well, and has those who write articles answer them or leave them out. */
@Service
class QuestionDesk implements Unanswered {

    private static final int REASON = 200;
    private static final int ADDED = 10;
    private static final String EVERYWHERE = "/HQ/";

    private final QuestionStore store;
    private final KnowledgeDesk desk;
    private final ArticleStore articles;
    private final Conversations conversations;
    private final AuditTrail audit;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock wall;

    QuestionDesk(QuestionStore store, KnowledgeDesk desk, ArticleStore articles, Conversations conversations,
            AuditTrail audit, ObjectProvider<Deadlines> deadlines, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.desk = desk;
        this.articles = articles;
        this.conversations = conversations;
        this.audit = audit;
        this.deadlines = deadlines;
        this.wall = wall;
    }

    @Override
    @Transactional
    public void record(String question, @Nullable UUID conversation, OpenQuestion.Reason reason,
            @Nullable UUID article) {
        var kept = OpenQuestion.kept(question);
        if (kept.isEmpty()) {
            return;
        }
        var now = wall.instant().truncatedTo(ChronoUnit.MICROS);
        store.add(Ids.next(now), now, place(conversation).orElseGet(QuestionDesk::ownPlace), kept, reason, conversation,
                article);
        deadlines.getObject().wake(QuestionGrouping.class);
    }

    /** The unit of the conversation; empty where it is in none, or in one that the actor does not see. */
    Optional<String> place(@Nullable UUID conversation) {
        return conversation == null
                ? Optional.empty()
                : conversations.find(conversation).map(Conversation::unitPath);
    }

    private static String ownPlace() {
        return Acting.current() instanceof Actor.Person person ? person.unitPath() : EVERYWHERE;
    }

    /** Begins an article, and says of the questions that it answers that it does. */
    @Transactional
    UUID write(@Nullable String unit, ArticleBody body, String note, @Nullable UUID group) {
        var version = desk.write(unit, body, note);
        if (group != null) {
            end(open(group), GroupState.ANSWERED, version, "");
        }
        return version.article();
    }

    /** Writes the questions of a group into the draft of an article as similar ones; begins a draft where there is none. */
    @Transactional
    void addTo(UUID group, UUID article) {
        var questions = open(group);
        var version = articles.versions(article).stream()
                .filter(one -> one.state() == State.DRAFT).findFirst()
                .orElseGet(() -> desk.begin(article, ""));
        var body = version.body();
        var similar = new ArrayList<>(body.similar());
        asked(questions).filter(one -> !one.equals(body.title()) && !similar.contains(one)).limit(ADDED)
                .forEach(similar::add);
        desk.save(article, version.version(), version.revision(), new ArticleBody(body.title(), body.category(),
                body.audience(), similar, body.text(), body.english(), body.variants(), body.source(),
                body.standard(), body.files()), version.note(), version.from(), version.until());
        end(questions, GroupState.ANSWERED, version, "");
    }

    private static Stream<String> asked(CountedQuestions group) {
        var asked = new ArrayList<String>(List.of(group.question()));
        asked.addAll(group.said());
        return asked.stream().filter(one -> one.length() <= 100).distinct();
    }

    @Transactional
    void leaveOut(UUID group, String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say why.");
        }
        if (reason.length() > REASON) {
            throw Refusal.invalid("reason", reason.length(), "LENGTH",
                    "Write at most %d characters.".formatted(REASON));
        }
        end(open(group), GroupState.LEFT_OUT, null, reason.strip());
    }

    private CountedQuestions open(UUID group) {
        return store.find(group, GroupState.OPEN).orElseThrow(() -> {
            for (var ended : List.of(GroupState.ANSWERED, GroupState.LEFT_OUT)) {
                if (store.find(group, ended).isPresent()) {
                    return Refusal.conflict("DEALT_WITH", "These questions are %s.".formatted(ended));
                }
            }
            return Refusal.notFound("group", group);
        });
    }

    /** Ends those within reach; what means the same elsewhere stays open for those who write there. */
    private void end(CountedQuestions group, GroupState state, @Nullable KeptVersion article, String reason) {
        Instant now = wall.instant().truncatedTo(ChronoUnit.MICROS);
        int ended = store.end(group.id(),
                new Ending(state, article, reason, Acting.current().name(), Acting.current().scope(), now));
        if (ended == 0) {
            throw Refusal.conflict("DEALT_WITH", "Somebody else has dealt with these questions.");
        }
        audit.record("QUESTIONS_" + state.name(), "QUESTIONS", group.id().toString(), path(), Map.of("count", ended));
    }

    private static String path() {
        return Acting.current() instanceof Actor.Person person ? person.unitPath() : "/";
    }
}
