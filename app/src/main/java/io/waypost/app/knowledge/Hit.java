package io.waypost.app.knowledge;

import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article that may answer a question (检索结果).
 *
 * @param version of which version the text is, so that it can be told later what was said
 * @param text as it counts for the place and the channel
 * @param english null where there is none
 * @param source to be shown with the answer, with its date
 * @param standard whether the text is to be used word by word (统一话术)
 * @param score how near; comparable among the hits of one question, and between questions as long as the search stays the same
 */
public record Hit(UUID article, long number, int version, String title, String text, @Nullable String english,
        ArticleSource source, boolean standard, ArticleAudience audience, double score) {}
