package io.waypost.app.knowledge;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitsMoved;
import io.waypost.core.knowledge.ArticleDraft;
import io.waypost.core.knowledge.ArticleFlaw;
import io.waypost.core.knowledge.ArticleLife;
import io.waypost.core.knowledge.ArticleLife.Command;
import io.waypost.core.knowledge.ArticleLife.Decision;
import io.waypost.core.knowledge.ArticleLife.Decision.Taken;
import io.waypost.core.knowledge.ArticleLife.End;
import io.waypost.core.knowledge.ArticleLife.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where articles are written, submitted, put into force by a second person (双人复核) and taken out. An article is kept by those who reach its
 * unit; the headquarters' count for all.
 */
@Service
class KnowledgeDesk {

    static final String KIND = "ARTICLE";
    private static final int NOTE = 200;

    private final ArticleStore store;
    private final ArticleIndex index;
    private final Network network;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final ObjectProvider<Attachments> attachments;
    private final ObjectProvider<Deadlines> deadlines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KnowledgeDesk(ArticleStore store, ArticleIndex index, Network network, AuditTrail audit, LiveFeed live,
            ObjectProvider<Attachments> attachments, ObjectProvider<Deadlines> deadlines,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.index = index;
        this.network = network;
        this.audit = audit;
        this.live = live;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /** Begins an article of a unit within reach, as a draft. */
    @Transactional
    KeptVersion write(@Nullable String unitCode, ArticleBody body, String note) {
        var unit = network.reached(unitCode);
        var now = clock.instant();
        var article = new KeptArticle(Ids.next(now), 0, unit.code(), unit.path());
        store.add(article.id(), unit.code(), unit.path(), null, now);
        return begun(article, body, note, now);
    }

    /** Begins another version, from what is in force or, where nothing is, from the newest. */
    @Transactional
    KeptVersion begin(UUID id, String note) {
        var article = locked(id);
        var all = store.versions(id);
        all.stream().filter(one -> one.state().open()).findFirst().ifPresent(open -> {
            throw Refusal.conflict("DRAFT_EXISTS", "Version %d is in the making.".formatted(open.version()))
                    .with("version", open.version());
        });
        var base = all.stream().filter(one -> one.state() == State.APPROVED).findFirst().orElse(all.getFirst());
        return begun(article, base.body(), note, clock.instant());
    }

    private KeptVersion begun(KeptArticle article, ArticleBody body, String note, Instant now) {
        int version = store.addVersion(article.id(), body.tidy(), words("note", note), Acting.current().name(),
                Acting.hand(),
                now);
        record("ARTICLE_DRAFTED", article, Map.of("version", version));
        return kept(article.id(), version);
    }

    /** Writes another text into a draft, right or wrong. */
    @Transactional
    KeptVersion save(UUID id, int number, int revision, ArticleBody body, String note, @Nullable Instant from,
            @Nullable Instant until) {
        var article = locked(id);
        var version = seen(id, number, revision);
        decided(version, article, new Command.Save(from, until));
        useFiles(id, body);
        store.save(version, body.tidy(), words("note", note), from, until, Acting.hand());
        record("ARTICLE_SAVED", article, Map.of("version", number));
        return kept(id, number);
    }

    @Transactional
    KeptVersion submit(UUID id, int number, int revision) {
        var article = locked(id);
        var version = seen(id, number, revision);
        var taken = decided(version, article, new Command.Submit(flaws(article, version.body().draft())));
        store.move(version, taken.state(), clock.instant(), "");
        record("ARTICLE_SUBMITTED", article, Map.of("version", number));
        told(article);
        return kept(id, number);
    }

    @Transactional
    KeptVersion giveBack(UUID id, int number, int revision, String reason) {
        var article = locked(id);
        var version = seen(id, number, revision);
        var taken = decided(version, article, new Command.GiveBack());
        store.move(version, taken.state(), null, required(reason));
        record("ARTICLE_GIVEN_BACK", article, Map.of("version", number));
        told(article);
        return kept(id, number);
    }

    @Transactional
    KeptVersion drop(UUID id, int number, int revision, String reason) {
        var article = locked(id);
        var version = seen(id, number, revision);
        var taken = decided(version, article, new Command.Drop());
        store.move(version, taken.state(), null, required(reason));
        record("ARTICLE_DROPPED", article, Map.of("version", number));
        events.publishEvent(new DraftDropped(id, number));
        told(article);
        return kept(id, number);
    }

    /** Puts a version into force now or from its day on. What was approved before and has not begun comes to nothing by it. */
    @Transactional
    KeptVersion approve(UUID id, int number, int revision) {
        var article = locked(id);
        var version = seen(id, number, revision);
        var now = clock.instant();
        var taken = decided(version, article,
                new Command.Approve(Acting.hand(), flaws(article, version.body().draft())), now);
        var from = taken.from() == null ? now : taken.from();
        store.versions(id).stream().filter(one -> one.state() == State.APPROVED && !one.counts(now))
                .forEach(one -> store.end(one, End.REPLACED, now, ""));
        store.approve(version, from, Acting.current().name(), Acting.hand(), now);
        record("ARTICLE_APPROVED", article, Map.of("version", number, "from", from.toString()));
        if (!from.isAfter(now)) {
            begin(kept(id, number), now);
        }
        deadlines.getObject().wake(ArticleDues.class);
        changed(article);
        return kept(id, number);
    }

    /** Takes what is or will be in force out at once: a wrong answer does not wait for a second person. */
    @Transactional
    KeptVersion takeOut(UUID id, int number, int revision, String reason) {
        var article = locked(id);
        var version = seen(id, number, revision);
        decided(version, article, new Command.TakeOut());
        store.end(version, End.TAKEN_OUT, clock.instant(), required(reason));
        record("ARTICLE_TAKEN_OUT", article, Map.of("version", number));
        changed(article);
        return kept(id, number);
    }

    /** Takes those before it out: from now on this one counts. */
    void begin(KeptVersion version, Instant now) {
        store.versions(version.article()).stream()
                .filter(one -> one.state() == State.APPROVED && one.version() != version.version() && one.counts(now))
                .forEach(one -> store.end(one, End.REPLACED, now, ""));
        var until = version.until();
        // Whoever sets a last day that is near knows it.
        boolean near = until != null && !until.minus(ArticleLife.NOTICE).isAfter(now);
        store.follow(version.with(true, version.told() || near));
    }

    /** Tells all nodes, and the pages of those who keep the article, after the running transaction. */
    void changed(KeptArticle article) {
        store.nextEdition();
        index.changed();
        told(article);
    }

    private void told(KeptArticle article) {
        live.tell("knowledge", article.unitPath(), Map.of());
    }

    /** A unit's articles follow it through the tree. */
    @EventListener
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
        store.nextEdition();
        index.changed();
    }

    KeptVersion kept(UUID id, int version) {
        return store.version(id, version).orElseThrow(() -> Refusal.notFound("version", version));
    }

    List<ArticleFlaw> flaws(KeptArticle article, ArticleDraft draft) {
        var flaws = new ArrayList<>(draft.flaws());
        for (int at = 0; at < draft.variants().size(); at++) {
            var unit = draft.variants().get(at).unit();
            if (unit != null && network.unit(unit).filter(one -> one.path().startsWith(article.unitPath()))
                    .isEmpty()) {
                flaws.add(new ArticleFlaw("variants[%d].unit".formatted(at), unit, ArticleFlaw.Reason.UNKNOWN_UNIT));
            }
        }
        return flaws;
    }

    /** Files that the body names and that were only uploaded are used from now on. */
    private void useFiles(UUID id, ArticleBody body) {
        if (body.files().isEmpty()) {
            return;
        }
        var subject = new Subject(KIND, id);
        var used = attachments.getObject().of(subject).stream().map(file -> file.id()).toList();
        var fresh = body.files().stream().filter(file -> !used.contains(file)).distinct().toList();
        if (!fresh.isEmpty()) {
            attachments.getObject().use(subject, fresh, KIND);
        }
    }

    private KeptArticle locked(UUID id) {
        var article = store.find(id).orElseThrow(() -> Refusal.notFound("article", id));
        requireKeeper(article);
        return store.lock(id).orElseThrow(() -> Refusal.notFound("article", id));
    }

    /** Articles of a unit above are seen by all below it, and kept by those who reach it. */
    static void requireKeeper(KeptArticle article) {
        if (!Acting.current().scope().reaches(article.unitPath())) {
            throw Refusal.forbidden("KEPT_ABOVE", "This article belongs to a unit above yours and is kept there.");
        }
    }

    private KeptVersion seen(UUID id, int number, int revision) {
        var version = kept(id, number);
        if (version.revision() != revision) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has changed this version; look at it again.");
        }
        return version;
    }

    private Taken decided(KeptVersion version, KeptArticle article, Command command) {
        return decided(version, article, command, clock.instant());
    }

    private Taken decided(KeptVersion version, KeptArticle article, Command command, Instant now) {
        return switch (ArticleLife.decide(version.standing(), command, now)) {
            case Taken taken -> taken;
            case Decision.Refused(var reason) -> throw refused(version, article, reason);
        };
    }

    private Refusal refused(KeptVersion version, KeptArticle article, ArticleLife.Refusal reason) {
        return switch (reason) {
            case HAS_FLAWS -> Refusal.invalid("The article has flaws.", flaws(article, version.body().draft()).stream()
                    .map(flaw -> new Refusal.Field(flaw.field(), flaw.value(), flaw.reason().name(),
                            "Put it right before it is submitted."))
                    .toList());
            case OVER_BEFORE_IT_BEGINS -> Refusal.invalid("until", version.until(), reason.name(),
                    "Name a last day that is after its first, and not over.");
            case OWN_WORK -> Refusal.conflict(reason.name(),
                    "Whoever wrote in a version does not put it into force; a second person must.");
            case NOT_A_DRAFT, NOT_SUBMITTED, IN_FORCE, NOT_IN_FORCE, OVER -> Refusal.conflict(reason.name(),
                    "Version %d is %s.".formatted(version.version(), version.state()));
        };
    }

    private void record(String action, KeptArticle article, Map<String, ?> detail) {
        audit.record(action, KIND, article.id().toString(), article.unitPath(), detail);
    }

    private static String required(String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say why.");
        }
        return words("reason", reason);
    }

    private static String words(String field, String text) {
        if (text.length() > NOTE) {
            throw Refusal.invalid(field, text.length(), "LENGTH", "Write at most %d characters.".formatted(NOTE));
        }
        return text.strip();
    }
}
