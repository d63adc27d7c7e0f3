package io.waypost.app.knowledge;

import static io.waypost.app.testing.Until.until;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleCategory;
import io.waypost.core.knowledge.ArticleSource;
import io.waypost.core.knowledge.OpenQuestion;
import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Articles of a unit with versions in several stages of their life, and questions that were asked there. */
@Fixture
class KnowledgeAccess implements AccessFixture {

    private static final String ARTICLES = "/api/v1/knowledge/articles";
    private static final String VERSION = ARTICLES + "/{id}/versions/{version}";
    private static final String GROUP = "/api/v1/knowledge/questions/{group}";

    private final KnowledgeDesk desk;
    private final Unanswered unanswered;
    private final Organisation organisation;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    KnowledgeAccess(KnowledgeDesk desk, Unanswered unanswered, Organisation organisation, Attachments attachments,
            Deadlines deadlines, TransactionTemplate transaction, JdbcClient jdbc,
            JsonMapper json) {
        this.desk = desk;
        this.unanswered = unanswered;
        this.organisation = organisation;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What an article of tests says; the word makes it its own. */
    static ArticleBody body(String word, List<ArticleBody.VariantBody> variants) {
        return new ArticleBody("%s怎么办理".formatted(word), ArticleCategory.SERVICE, ArticleAudience.CUSTOMERS,
                List.of("%s要去哪里弄".formatted(word)), "请带上%s到网点办理。".formatted(word), null, variants,
                new ArticleBody.SourceBody(ArticleSource.Kind.RULE, "公司规定", LocalDate.of(2026, 1, 1)), false,
                List.of());
    }

    private Actor.Person editor(String unitCode) {
        return organisation.actor(unitCode, Permission.KNOWLEDGE_VIEW, Permission.KNOWLEDGE_EDIT,
                Permission.KNOWLEDGE_APPROVE, Permission.ATTACHMENT_WRITE, Permission.ATTACHMENT_READ);
    }

    private UUID draft(String unitCode) {
        return Acting.as(editor(unitCode), () -> desk.write(unitCode, body("试验", List.of()), "")).article();
    }

    private UUID submitted(String unitCode) {
        var article = draft(unitCode);
        Acting.as(editor(unitCode), () -> desk.submit(article, 1, 1));
        return article;
    }

    private UUID approved(String unitCode) {
        var article = submitted(unitCode);
        Acting.as(editor(unitCode), () -> desk.approve(article, 1, 2));
        return article;
    }

    @Override
    public List<Request> about(String unitCode) {
        var drafted = draft(unitCode);
        var file = file(unitCode, drafted);
        var dropped = draft(unitCode);
        var requests = new ArrayList<Request>();
        requests.add(of(GET, ARTICLES + "/{id}", drafted, null));
        requests.add(of(GET, VERSION, drafted, null));
        requests.add(new Request(GET, ARTICLES + "/{id}/files/{file}",
                "%s/%s/files/%s".formatted(ARTICLES, drafted, file), null, Optional.empty(), Foreign.REFUSED));
        requests.add(of(PUT, VERSION, drafted, json.writeValueAsString(new ArticleController.ArticleSave(2, "", null,
                null, body("试验二", List.of())))));
        requests.add(of(POST, VERSION + "/submit", drafted, "{\"revision\":3}"));
        requests.add(of(POST, VERSION + "/drop", dropped, "{\"revision\":1,\"reason\":\"不要了\"}"));
        requests.add(of(POST, VERSION + "/return", submitted(unitCode), "{\"revision\":2,\"reason\":\"不行\"}"));
        requests.add(of(POST, VERSION + "/approve", submitted(unitCode), "{\"revision\":2}"));
        requests.add(of(POST, VERSION + "/out", approved(unitCode), "{\"revision\":3,\"reason\":\"写错了\"}"));
        requests.add(of(POST, ARTICLES + "/{id}/versions", approved(unitCode), "{\"note\":\"\"}"));
        requests.add(of(POST, GROUP + "/article", group(unitCode), "{\"article\":\"%s\"}".formatted(draft(unitCode))));
        requests.add(of(POST, GROUP + "/leave", group(unitCode), "{\"reason\":\"闲聊\"}"));
        return requests;
    }

    /** A question of nobody else's, in a group of its own. */
    UUID group(String unitCode) {
        var question = new SecureRandom().ints(12, 0x4e00, 0x9000).mapToObj(Character::toString)
                .collect(Collectors.joining());
        Acting.as(editor(unitCode),
                () -> unanswered.record(question, null, OpenQuestion.Reason.NO_ANSWER, null));
        deadlines.wake(QuestionGrouping.class);
        until(() -> found(question).isPresent());
        return found(question).orElseThrow();
    }

    private Optional<UUID> found(String question) {
        return Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> jdbc.sql(
                "select group_id from knowledge.question where text = :text and group_id is not null")
                .param("text", OpenQuestion.kept(question)).query(UUID.class).optional()));
    }

    private UUID file(String unitCode, UUID article) {
        return Acting.as(editor(unitCode), () -> {
            var added = attachments.add(new Subject(KnowledgeDesk.KIND, article), "x.jpg",
                    new ByteArrayInputStream(Camera.photo()));
            var body = body("试验", List.of());
            desk.save(article, 1, 1, new ArticleBody(body.title(), body.category(), body.audience(), body.similar(),
                    body.text(), null, List.of(), body.source(), false, List.of(added.id())), "", null, null);
            return added.id();
        });
    }

    private static Request of(HttpMethod method, String route, UUID thing, @Nullable String body) {
        return new Request(method, route,
                route.replace("{version}", "1").replaceAll("\\{(id|group)}", thing.toString()),
                body, Optional.empty(), Foreign.REFUSED);
    }
}
