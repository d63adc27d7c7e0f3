package io.waypost.app.knowledge;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.knowledge.ArticleListStore.ArticleCounts;
import io.waypost.app.knowledge.ArticleListStore.ArticleEnded;
import io.waypost.app.knowledge.ArticleListStore.ArticleInForce;
import io.waypost.app.knowledge.ArticleListStore.ArticleMaking;
import io.waypost.app.knowledge.ArticleListStore.Filter;
import io.waypost.app.knowledge.ArticleListStore.Line;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleCategory;
import io.waypost.core.knowledge.ArticleFlaw;
import io.waypost.core.knowledge.ArticleLife.End;
import io.waypost.core.knowledge.ArticleLife.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Articles as they are shown. Whoever does not write sees what is in force and nothing else. */
@Component
class ArticleViews {

    private final ArticleStore store;
    private final ArticleListStore lists;
    private final KnowledgeDesk desk;
    private final Attachments attachments;
    private final Network network;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ArticleViews(ArticleStore store, ArticleListStore lists, KnowledgeDesk desk, Attachments attachments,
            Network network, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.lists = lists;
        this.desk = desk;
        this.attachments = attachments;
        this.network = network;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One article.
     *
     * @param mayEdit whether whoever asks reaches its unit, and so keeps it
     */
    record ArticleRow(UUID id, long number, UnitRef unit, boolean mayEdit, String title, ArticleCategory category,
            ArticleAudience audience, boolean standard, @Nullable ArticleInForce inForce,
            @Nullable ArticleMaking making,
            @Nullable ArticleEnded ended) {}

    /** A page of articles, and how many there are of each sort within reach. */
    record ArticleList(Page<ArticleRow> page, ArticleCounts counts) {}

    /**
     * One version, without what it says.
     *
     * @param mine whether whoever asks wrote in it, and so may not put it into force
     */
    record VersionRow(int version, State state, boolean inForce, String note, String author, boolean mine,
            Instant madeAt, @Nullable Instant submittedAt, String reason, @Nullable String approver,
            @Nullable Instant approvedAt, @Nullable Instant from, @Nullable Instant until, @Nullable Instant endedAt,
            @Nullable End end, int revision) {}

    /** One version whole, with what is wrong in it and the files that belong to it. */
    record VersionView(VersionRow row, ArticleBody body, List<ArticleFlaw> flaws, List<Attachment> files) {}

    /** One article with its versions, the newest first; whole those that are in force and in the making. */
    record ArticleView(UUID id, long number, UnitRef unit, boolean mayEdit, List<VersionRow> versions,
            @Nullable VersionView inForce, @Nullable VersionView making) {}

    @Transactional(readOnly = true)
    ArticleList list(Filter filter, @Nullable String cursor, int most) {
        var now = clock.instant();
        var after = Cursor.read(cursor, 1);
        long below = after.isEmpty() ? Long.MAX_VALUE : Cursor.value(after.getFirst(), Long::parseLong, cursor);
        var found = lists.list(filter, below, now, most + 1);
        var page = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Cursor.of(page.getLast().article().number()) : null;
        return new ArticleList(new Page<>(page.stream().map(this::row).toList(), next, lists.count(filter, now)),
                lists.counts(filter.editing(), now));
    }

    /** An article and its versions as they were read; files are looked up afterwards, as the platform. */
    private record ReadArticle(KeptArticle article, List<KeptVersion> versions, Optional<KeptVersion> inForce) {}

    ArticleView article(UUID id) {
        var read = read(id);
        var article = read.article();
        if (!mayWrite()) {
            var shown = read.inForce().orElseThrow(() -> Refusal.notFound("article", id));
            return new ArticleView(id, article.number(), network.ref(article.unitCode()), false,
                    List.of(row(shown, true)), view(article, shown, true), null);
        }
        return new ArticleView(id, article.number(), network.ref(article.unitCode()), reaches(article),
                read.versions().stream().map(one -> row(one, isThat(read.inForce(), one))).toList(),
                read.inForce().map(one -> view(article, one, true)).orElse(null),
                read.versions().stream().filter(one -> one.state().open()).findFirst()
                        .map(one -> view(article, one, false)).orElse(null));
    }

    VersionView version(UUID id, int number) {
        var read = read(id);
        var version = read.versions().stream().filter(one -> one.version() == number)
                .filter(one -> mayWrite() || isThat(read.inForce(), one)).findFirst()
                .orElseThrow(() -> Refusal.notFound("version", number));
        return view(read.article(), version, isThat(read.inForce(), version));
    }

    private ReadArticle read(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var article = store.find(id).orElseThrow(() -> Refusal.notFound("article", id));
            var versions = store.versions(id);
            return new ReadArticle(article, versions, inForce(versions, clock.instant()));
        }));
    }

    /** A file of an article that whoever asks sees. */
    Attachments.Opened file(UUID id, UUID file) {
        article(id);
        if (files(id).stream().noneMatch(one -> one.id().equals(file))) {
            throw Refusal.notFound("file", file);
        }
        return Acting.as(new Actor.Internal("knowledge"), () -> attachments.open(file));
    }

    /** The one that counts at that instant: the last that began, unless it is over. */
    static Optional<KeptVersion> inForce(List<KeptVersion> versions, Instant at) {
        return versions.stream().filter(one -> one.state() == State.APPROVED && one.from() != null
                && !at.isBefore(one.from())).max((a, b) -> Integer.compare(a.version(), b.version()))
                .filter(one -> one.standing().holds(at));
    }

    private static boolean isThat(Optional<KeptVersion> inForce, KeptVersion one) {
        return inForce.filter(it -> it.version() == one.version()).isPresent();
    }

    private VersionView view(KeptArticle article, KeptVersion version, boolean inForce) {
        var wanted = version.body().files();
        return new VersionView(row(version, inForce), version.body(),
                version.state().open() ? desk.flaws(article, version.body().draft()) : List.of(),
                wanted.isEmpty()
                        ? List.of()
                        : files(article.id()).stream().filter(file -> wanted.contains(file.id())).toList());
    }

    /** As the platform: files of an article above are seen by all below it. */
    private List<Attachment> files(UUID article) {
        return Acting.as(new Actor.Internal("knowledge"),
                () -> attachments.of(new Subject(KnowledgeDesk.KIND, article)));
    }

    private static VersionRow row(KeptVersion one, boolean inForce) {
        var hand = Acting.hand();
        return new VersionRow(one.version(), one.state(), inForce, one.note(), one.author(),
                hand != null && one.editors().contains(hand), one.madeAt(), one.submittedAt(), one.reason(),
                one.approver(), one.approvedAt(), one.from(), one.until(), one.endedAt(), one.end(), one.revision());
    }

    private ArticleRow row(Line line) {
        var article = line.article();
        return new ArticleRow(article.id(), article.number(), network.ref(article.unitCode()),
                mayWrite() && reaches(article), line.title(), line.category(), line.audience(), line.standard(),
                line.inForce(), line.making(), line.ended());
    }

    static boolean mayWrite() {
        return Acting.current().may(Permission.KNOWLEDGE_EDIT) || Acting.current().may(Permission.KNOWLEDGE_APPROVE);
    }

    private static boolean reaches(KeptArticle article) {
        return Acting.current().scope().reaches(article.unitPath());
    }
}
