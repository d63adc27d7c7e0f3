package io.waypost.app.knowledge;

import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleCategory;
import io.waypost.core.knowledge.ArticleDraft;
import io.waypost.core.knowledge.ArticleSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles that the software brings along ({@code answers/articles.txt} of the bot, which is examined on them). One field a line, {@code name: value}; an article begins
 * with {@code @ its.code}; {@code ask} stands once for each similar question; lines that begin with # are remarks. Whatever else stands there
 * is refused, with its line.
 */
final class SeedFile {

    private static final Set<String> ONCE = Set.of("title", "category", "audience", "source", "answer", "english",
            "standard");

    private SeedFile() {}

    /** An article and the name by which it is brought along once. */
    record Entry(String code, ArticleDraft draft) {}

    /**
     * All articles of the file.
     *
     * @throws IllegalArgumentException with the line that is wrong
     */
    static List<Entry> read(String file) {
        var entries = new ArrayList<Entry>();
        var codes = new HashSet<String>();
        Open open = null;
        int number = 0;
        for (var line : file.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("@ ")) {
                if (open != null) {
                    entries.add(open.closed());
                }
                open = new Open(line.substring(2).strip(), number);
                if (!codes.add(open.code)) {
                    throw wrong(number, "there is a %s already".formatted(open.code));
                }
            } else if (open == null) {
                throw wrong(number, "no article has begun");
            } else {
                open.take(line, number);
            }
        }
        if (open != null) {
            entries.add(open.closed());
        }
        return entries;
    }

    private static IllegalArgumentException wrong(int line, String why) {
        return new IllegalArgumentException("Line %d of the articles: %s.".formatted(line, why));
    }

    /** An article whose lines are being read. */
    private static final class Open {

        private final String code;
        private final int line;
        private final Map<String, String> fields = new HashMap<>();
        private final List<String> similar = new ArrayList<>();

        Open(String code, int line) {
            this.code = code;
            this.line = line;
            if (!code.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
                throw wrong(line, "%s is no name".formatted(code));
            }
        }

        void take(String text, int at) {
            int colon = text.indexOf(": ");
            var name = colon < 0 ? text : text.substring(0, colon);
            var value = colon < 0 ? "" : text.substring(colon + 2).strip();
            if (value.isEmpty()) {
                throw wrong(at, "write \"name: value\"");
            }
            if (name.equals("ask")) {
                similar.add(value);
            } else if (!ONCE.contains(name)) {
                throw wrong(at, "%s is no field".formatted(name));
            } else if (fields.put(name, value) != null) {
                throw wrong(at, "%s stands there twice".formatted(name));
            }
        }

        Entry closed() {
            var draft = new ArticleDraft(field("title"), category(), audience(), similar, field("answer"),
                    fields.get("english"), List.of(), source(), standard());
            if (!draft.flaws().isEmpty()) {
                throw wrong(line, "%s has flaws: %s".formatted(code, draft.flaws()));
            }
            return new Entry(code, draft);
        }

        private ArticleCategory category() {
            try {
                return ArticleCategory.valueOf(field("category"));
            } catch (IllegalArgumentException unknown) {
                throw wrong(line, "%s has a category that there is not".formatted(code));
            }
        }

        private ArticleAudience audience() {
            var said = fields.get("audience");
            if (said == null) {
                return ArticleAudience.CUSTOMERS;
            }
            if (!said.equals("AGENTS")) {
                throw wrong(line, "the audience is AGENTS, or left out for all");
            }
            return ArticleAudience.AGENTS;
        }

        private boolean standard() {
            var said = fields.get("standard");
            if (said != null && !said.equals("yes")) {
                throw wrong(line, "standard is yes, or left out");
            }
            return said != null;
        }

        /** {@code KIND | name | date}. */
        private ArticleSource source() {
            var parts = field("source").split(" \\| ", -1);
            try {
                if (parts.length == 3) {
                    return new ArticleSource(ArticleSource.Kind.valueOf(parts[0]), parts[1],
                            LocalDate.parse(parts[2]));
                }
            } catch (IllegalArgumentException | DateTimeException notOne) {
                // Told below, with the line.
            }
            throw wrong(line, "the source of %s is not KIND | name | date".formatted(code));
        }

        private String field(String name) {
            @Nullable
            String value = fields.get(name);
            if (value == null) {
                throw wrong(line, "%s has no %s".formatted(code, name));
            }
            return value;
        }
    }
}
