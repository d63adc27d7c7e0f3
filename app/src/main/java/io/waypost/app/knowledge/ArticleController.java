package io.waypost.app.knowledge;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Page;
import io.waypost.app.knowledge.ArticleListStore.Filter;
import io.waypost.app.knowledge.ArticleListStore.Which;
import io.waypost.app.knowledge.ArticleViews.ArticleList;
import io.waypost.app.knowledge.ArticleViews.ArticleView;
import io.waypost.app.knowledge.ArticleViews.VersionView;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleCategory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/knowledge/articles")
class ArticleController {

    private static final String NOTHING_RUNS = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    private final KnowledgeDesk desk;
    private final ArticleViews views;
    private final QuestionDesk questions;

    ArticleController(KnowledgeDesk desk, ArticleViews views, QuestionDesk questions) {
        this.desk = desk;
        this.views = views;
        this.questions = questions;
    }

    /**
     * A new article.
     *
     * @param unit whose it is; the caller's own where none is named
     * @param group questions that were not answered and that it answers
     */
    record NewArticle(@Nullable String unit, @NotNull String note, @NotNull @Valid ArticleBody body,
            @Nullable UUID group) {}

    record ArticleBegin(@NotNull String note) {}

    record ArticleSave(int revision, @NotNull String note, @Nullable Instant from, @Nullable Instant until,
            @NotNull @Valid ArticleBody body) {}

    record ArticleStep(int revision) {}

    record ArticleWord(int revision, @NotNull String reason) {}

    @GetMapping
    ArticleList list(
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Which which,
            @RequestParam(required = false) @Nullable ArticleCategory category,
            @RequestParam(required = false) @Nullable ArticleAudience audience,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return views.list(new Filter(words, which, category, audience, unit, ArticleViews.mayWrite()), cursor,
                Page.limit(limit));
    }

    @GetMapping("/{id}")
    ArticleView article(@PathVariable UUID id) {
        return views.article(id);
    }

    @GetMapping("/{id}/versions/{version}")
    VersionView version(@PathVariable UUID id, @PathVariable int version) {
        return views.version(id, version);
    }

    @PostMapping
    ArticleView write(@RequestBody @Valid NewArticle body) {
        return article(questions.write(body.unit(), body.body(), body.note(), body.group()));
    }

    @PostMapping("/{id}/versions")
    ArticleView begin(@PathVariable UUID id, @RequestBody @Valid ArticleBegin body) {
        desk.begin(id, body.note());
        return article(id);
    }

    @PutMapping("/{id}/versions/{version}")
    ArticleView save(@PathVariable UUID id, @PathVariable int version, @RequestBody @Valid ArticleSave body) {
        desk.save(id, version, body.revision(), body.body(), body.note(), body.from(), body.until());
        return article(id);
    }

    @PostMapping("/{id}/versions/{version}/submit")
    ArticleView submit(@PathVariable UUID id, @PathVariable int version, @RequestBody @Valid ArticleStep body) {
        desk.submit(id, version, body.revision());
        return article(id);
    }

    @PostMapping("/{id}/versions/{version}/approve")
    ArticleView approve(@PathVariable UUID id, @PathVariable int version, @RequestBody @Valid ArticleStep body) {
        desk.approve(id, version, body.revision());
        return article(id);
    }

    @PostMapping("/{id}/versions/{version}/return")
    ArticleView giveBack(@PathVariable UUID id, @PathVariable int version, @RequestBody @Valid ArticleWord body) {
        desk.giveBack(id, version, body.revision(), body.reason());
        return article(id);
    }

    @PostMapping("/{id}/versions/{version}/drop")
    ArticleView drop(@PathVariable UUID id, @PathVariable int version, @RequestBody @Valid ArticleWord body) {
        desk.drop(id, version, body.revision(), body.reason());
        return article(id);
    }

    @PostMapping("/{id}/versions/{version}/out")
    ArticleView takeOut(@PathVariable UUID id, @PathVariable int version, @RequestBody @Valid ArticleWord body) {
        desk.takeOut(id, version, body.revision(), body.reason());
        return article(id);
    }

    @GetMapping("/{id}/files/{file}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID file) {
        var opened = views.file(id, file);
        var type = opened.attachment().type();
        var disposition = (type.shown() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(opened.attachment().name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type.mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(opened.content());
    }
}
