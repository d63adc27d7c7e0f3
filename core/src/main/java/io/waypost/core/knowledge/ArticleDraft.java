package io.waypost.core.knowledge;

import io.waypost.core.contact.ContactChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a version of an article says (知识条目内容).
 *
 * @param similar the same question in other words (相似问)
 * @param text what the customer is told, in Chinese
 * @param english null where there is none
 * @param standard whether the text is to be used word by word (统一话术), as in cases of customs
 */
public record ArticleDraft(String title, ArticleCategory category, ArticleAudience audience, List<String> similar,
        String text, @Nullable String english, List<ArticleVariant> variants, @Nullable ArticleSource source,
        boolean standard) {

    private static final Pattern SENTENCE = Pattern.compile("[。；！？!?\\n]");
    private static final int TITLE = 60;
    private static final int SIMILAR = 100;
    private static final int MOST_SIMILAR = 50;
    private static final int TEXT = 2_000;
    private static final int MOST_VARIANTS = 50;
    private static final int SOURCE = 120;

    public ArticleDraft {
        similar = List.copyOf(similar);
        variants = List.copyOf(variants);
    }

    /** Title and similar questions. */
    public List<String> questions() {
        var questions = new ArrayList<String>();
        questions.add(title);
        questions.addAll(similar);
        return questions;
    }

    /**
     * What a question is held against: title, similar questions, and each sentence of the answer, which says in other words what it is about.
     */
    public List<String> sought() {
        var sought = new ArrayList<>(questions());
        SENTENCE.splitAsStream(text).map(String::strip).filter(sentence -> sentence.length() > 3).forEach(sought::add);
        return sought;
    }

    /** What has to be put right before it is submitted; every field by its name. */
    public List<ArticleFlaw> flaws() {
        var flaws = new ArrayList<ArticleFlaw>();
        required(flaws, "title", title, TITLE);
        required(flaws, "text", text, TEXT);
        allowed(flaws, "english", english, TEXT);
        if (source == null) {
            flaws.add(new ArticleFlaw("source", "", ArticleFlaw.Reason.MISSING));
        } else {
            required(flaws, "source.name", source.name(), SOURCE);
        }
        similar(flaws);
        variants(flaws);
        return flaws;
    }

    private void similar(List<ArticleFlaw> flaws) {
        if (similar.size() > MOST_SIMILAR) {
            flaws.add(new ArticleFlaw("similar", Integer.toString(similar.size()), ArticleFlaw.Reason.TOO_MANY));
        }
        var seen = new HashSet<String>();
        seen.add(title.strip());
        for (int at = 0; at < similar.size(); at++) {
            var field = "similar[%d]".formatted(at);
            required(flaws, field, similar.get(at), SIMILAR);
            if (!similar.get(at).isBlank() && !seen.add(similar.get(at).strip())) {
                flaws.add(new ArticleFlaw(field, similar.get(at), ArticleFlaw.Reason.TWICE));
            }
        }
    }

    private void variants(List<ArticleFlaw> flaws) {
        if (variants.size() > MOST_VARIANTS) {
            flaws.add(new ArticleFlaw("variants", Integer.toString(variants.size()), ArticleFlaw.Reason.TOO_MANY));
        }
        Set<Place> places = new HashSet<>();
        for (int at = 0; at < variants.size(); at++) {
            var variant = variants.get(at);
            var field = "variants[%d]".formatted(at);
            required(flaws, field + ".text", variant.text(), TEXT);
            allowed(flaws, field + ".english", variant.english(), TEXT);
            if (variant.unit() == null && variant.channel() == null) {
                flaws.add(new ArticleFlaw(field, "", ArticleFlaw.Reason.NOWHERE));
            } else if (!places.add(new Place(variant.unit(), variant.channel()))) {
                flaws.add(new ArticleFlaw(field, "", ArticleFlaw.Reason.TWICE));
            }
        }
    }

    /** Where a variant counts. */
    private record Place(@Nullable String unit, @Nullable ContactChannel channel) {}

    private static void required(List<ArticleFlaw> flaws, String field, String value, int longest) {
        if (value.isBlank()) {
            flaws.add(new ArticleFlaw(field, value, ArticleFlaw.Reason.MISSING));
        } else {
            allowed(flaws, field, value, longest);
        }
    }

    private static void allowed(List<ArticleFlaw> flaws, String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            flaws.add(new ArticleFlaw(field, Integer.toString(value.length()), ArticleFlaw.Reason.TOO_LONG));
        }
    }
}
