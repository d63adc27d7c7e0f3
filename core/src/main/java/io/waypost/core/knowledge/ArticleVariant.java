package io.waypost.core.knowledge;

import io.waypost.core.contact.ContactChannel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an article says in some place or on some channel instead (区域或渠道版本).
 *
 * @param unit the code of the unit for which, with all below it, it counts; null for everywhere
 * @param channel null for every channel
 * @param english null where there is none; then the Chinese text is all there is
 */
public record ArticleVariant(@Nullable String unit, @Nullable ContactChannel channel, String text,
        @Nullable String english) {

    /**
     * The variant that counts: that of the nearest unit, and of those that for the channel before one for every channel.
     *
     * @param units the codes of the unit asked about and of those above it, the nearest first; none where the place is not known
     * @param channel null where it is not known
     * @return empty where the article's own text counts
     */
    public static Optional<ArticleVariant> choose(List<ArticleVariant> variants, List<String> units,
            @Nullable ContactChannel channel) {
        ArticleVariant best = null;
        int nearest = Integer.MAX_VALUE;
        for (var one : variants) {
            int distance = one.distance(units);
            if (distance < 0 || (one.channel != null && one.channel != channel)) {
                continue;
            }
            if (best == null || distance < nearest
                    || (distance == nearest && best.channel == null && one.channel != null)) {
                best = one;
                nearest = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How far up its unit is; negative where it does not count there. */
    private int distance(List<String> units) {
        return unit == null ? units.size() : units.indexOf(unit);
    }
}
