package io.waypost.app.knowledge;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleCategory;
import io.waypost.core.knowledge.ArticleDraft;
import io.waypost.core.knowledge.ArticleSource;
import io.waypost.core.knowledge.ArticleVariant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version of an article says, as JSON, in the API and in the database. Units are named by their codes.
 *
 * @param files the files that belong to it, of those that were uploaded to the article
 */
record ArticleBody(
        @NotNull String title,
        @NotNull ArticleCategory category,
        @NotNull ArticleAudience audience,
        @NotNull @Size(max = 200) List<@NotNull String> similar,
        @NotNull String text,
        @Nullable String english,
        @NotNull @Size(max = 200) List<@NotNull @Valid VariantBody> variants,
        @Nullable @Valid SourceBody source,
        boolean standard,
        @NotNull @Size(max = 20) List<@NotNull UUID> files) {

    ArticleBody {
        similar = List.copyOf(similar);
        variants = List.copyOf(variants);
        files = List.copyOf(files);
    }

    /** What it says in one place or on one channel. */
    record VariantBody(@Nullable String unit, @Nullable ContactChannel channel, @NotNull String text,
            @Nullable String english) {}

    /** Where it comes from, and of which day that is. */
    record SourceBody(ArticleSource.@NotNull Kind kind, @NotNull String name, @NotNull LocalDate date) {}

    static ArticleBody of(ArticleDraft draft, List<UUID> files) {
        var source = draft.source();
        return new ArticleBody(draft.title(), draft.category(), draft.audience(), draft.similar(), draft.text(),
                draft.english(), draft.variants().stream()
                        .map(one -> new VariantBody(one.unit(), one.channel(), one.text(), one.english())).toList(),
                source == null ? null : new SourceBody(source.kind(), source.name(), source.date()), draft.standard(),
                files);
    }

    ArticleDraft draft() {
        return new ArticleDraft(title.strip(), category, audience, similar.stream().map(String::strip).toList(),
                text.strip(), blank(english), variants.stream()
                        .map(one -> new ArticleVariant(blank(one.unit), one.channel, one.text.strip(),
                                blank(one.english)))
                        .toList(),
                source == null ? null : new ArticleSource(source.kind, source.name.strip(), source.date), standard);
    }

    /** The same without blanks around anything, as it is kept. */
    ArticleBody tidy() {
        return of(draft(), files);
    }

    /** All that it says, to be found by its words. */
    String words() {
        return String.join("\n", title, String.join("\n", similar), text);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
