package io.waypost.app.knowledge;

import io.waypost.app.knowledge.ArticleStore.Published;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleVariant;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds what answers a question among what is in force. */
@Service
class AnswerDesk implements Answers {

    private static final int LONGEST = 500;

    private final ArticleIndex index;
    private final Clock clock;

    AnswerDesk(ArticleIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    @Override
    public List<Hit> find(String question, @Nullable String unitPath, @Nullable ContactChannel channel,
            ArticleAudience audience, int most) {
        var asked = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
        if (asked.isBlank() || most < 1) {
            return List.of();
        }
        var edition = index.searched();
        var scores = edition.scorer().of(asked);
        var counting = counting(edition.published(), clock.instant());
        record Scored(Published one, double score) {}
        var found = new ArrayList<Scored>();
        for (int at = 0; at < scores.each().size(); at++) {
            var one = edition.published().get(at);
            if (scores.each().get(at) >= scores.least() && counting.contains(at)
                    && one.version().body().audience().shownTo(audience) && counts(one, unitPath)) {
                found.add(new Scored(one, scores.each().get(at)));
            }
        }
        var units = units(unitPath);
        return found.stream().sorted(Comparator.comparingDouble(Scored::score).reversed()).limit(most)
                .map(scored -> hit(scored.one(), units, channel, scored.score())).toList();
    }

    @Override
    public Optional<Hit> get(UUID article, @Nullable String unitPath, @Nullable ContactChannel channel,
            ArticleAudience audience) {
        var published = index.searched().published();
        return counting(published, clock.instant()).stream().map(published::get)
                .filter(one -> one.article().id().equals(article))
                .filter(one -> one.version().body().audience().shownTo(audience) && counts(one, unitPath)).findFirst()
                .map(one -> hit(one, units(unitPath), channel, 1));
    }

    /** The places of those versions that count at that instant. */
    private static Set<Integer> counting(List<Published> published, Instant now) {
        var last = new HashMap<UUID, Integer>();
        for (int at = 0; at < published.size(); at++) {
            // In the order of their versions: the last that has begun counts, unless it is over.
            var from = published.get(at).version().from();
            if (from != null && !now.isBefore(from)) {
                last.put(published.get(at).article().id(), at);
            }
        }
        last.values().removeIf(at -> !published.get(at).version().standing().holds(now));
        return Set.copyOf(last.values());
    }

    /** Articles of a unit are for it and all below; where the place is not known only those of the headquarters count. */
    private static boolean counts(Published one, @Nullable String unitPath) {
        var own = one.article().unitPath();
        return unitPath == null ? units(own).size() == 1 : unitPath.startsWith(own);
    }

    /** The codes of a path, the nearest first. */
    private static List<String> units(@Nullable String unitPath) {
        return unitPath == null
                ? List.of()
                : Arrays.stream(unitPath.split("/", -1)).filter(code -> !code.isEmpty()).toList().reversed();
    }

    private static Hit hit(Published one, List<String> units, @Nullable ContactChannel channel, double score) {
        var draft = one.version().body().draft();
        var variant = ArticleVariant.choose(draft.variants(), units, channel);
        return new Hit(one.article().id(), one.article().number(), one.version().version(), draft.title(),
                variant.map(ArticleVariant::text).orElse(draft.text()),
                variant.isPresent() ? variant.get().english() : draft.english(),
                Objects.requireNonNull(draft.source()), draft.standard(), draft.audience(), score);
    }
}
