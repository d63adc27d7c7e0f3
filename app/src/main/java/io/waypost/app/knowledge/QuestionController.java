package io.waypost.app.knowledge;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.knowledge.QuestionStore.CountedQuestions;
import io.waypost.app.knowledge.QuestionStore.GroupState;
import io.waypost.app.network.Network;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.OpenQuestion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/knowledge")
class QuestionController {

    private final Answers answers;
    private final QuestionDesk desk;
    private final Unanswered unanswered;
    private final QuestionStore store;
    private final Network network;

    QuestionController(Answers answers, QuestionDesk desk, Unanswered unanswered, QuestionStore store,
            Network network) {
        this.answers = answers;
        this.desk = desk;
        this.unanswered = unanswered;
        this.store = store;
        this.network = network;
    }

    /**
     * A question to be looked up. In a body: what customers write does not belong into an address.
     *
     * @param unit where it is asked, within the caller's reach
     * @param conversation in which it is asked, where no unit is named: its customer's unit counts; the caller's own where neither is named
     * @param customers whether only what customers may be told is wanted
     */
    record Lookup(@NotNull @Size(max = 2000) String question, @Nullable String unit,
            @Nullable UUID conversation, @Nullable ContactChannel channel, boolean customers,
            @Min(1) @Max(20) int most) {}

    /** What was of no use to an agent. */
    record NotHelpful(@NotBlank @Size(max = 2000) String question, @Nullable UUID conversation,
            @Nullable UUID article) {}

    record GroupArticle(@NotNull UUID article) {}

    record GroupReason(@NotNull String reason) {}

    /**
     * Questions that mean the same.
     *
     * @param nearest the article that comes nearest, to which they may belong; null where none is near
     */
    record QuestionGroup(CountedQuestions counted, @Nullable Hit nearest) {}

    @PostMapping("/search")
    List<Hit> search(@RequestBody @Valid Lookup body) {
        return answers.find(body.question(), path(body.unit(), body.conversation()), body.channel(),
                body.customers() ? ArticleAudience.CUSTOMERS : ArticleAudience.AGENTS, body.most());
    }

    /** Where neither is named, whoever asks sees what counts where they are. */
    private @Nullable String path(@Nullable String unit, @Nullable UUID conversation) {
        if (unit != null && !unit.isBlank()) {
            return network.reached(unit).path();
        }
        return desk.place(conversation)
                .orElseGet(() -> Acting.current() instanceof Actor.Person person ? person.unitPath() : null);
    }

    @PostMapping("/questions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notHelpful(@RequestBody @Valid NotHelpful body) {
        unanswered.record(body.question(), body.conversation(), OpenQuestion.Reason.NOT_HELPFUL, body.article());
    }

    @GetMapping("/questions")
    @Transactional(readOnly = true)
    Page<QuestionGroup> groups(
            @RequestParam(defaultValue = "OPEN") GroupState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        var after = Cursor.read(cursor, 1);
        int skip = after.isEmpty() ? 0 : Math.max(0, Cursor.value(after.getFirst(), Integer::parseInt, cursor));
        var found = store.list(state, skip, size + 1);
        var page = found.size() > size ? found.subList(0, size) : found;
        return new Page<>(page.stream().map(this::group).toList(),
                found.size() > size ? Cursor.of(skip + size) : null, store.count(state));
    }

    @PostMapping("/questions/{group}/article")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addTo(@PathVariable UUID group, @RequestBody @Valid GroupArticle body) {
        desk.addTo(group, body.article());
    }

    @PostMapping("/questions/{group}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveOut(@PathVariable UUID group, @RequestBody @Valid GroupReason body) {
        desk.leaveOut(group, body.reason());
    }

    private QuestionGroup group(CountedQuestions counted) {
        return new QuestionGroup(counted, counted.state() == GroupState.OPEN
                ? answers.find(counted.question(), path(null, null), null, ArticleAudience.AGENTS, 1).stream()
                        .findFirst()
                        .orElse(null)
                : null);
    }
}
