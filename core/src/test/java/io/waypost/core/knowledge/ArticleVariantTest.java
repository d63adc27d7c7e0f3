package io.waypost.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.contact.ContactChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B3 the text of the nearest unit counts, then that of the channel")
class ArticleVariantTest {

    private static final List<String> OUTLET = List.of("O1", "C1", "P33", "R02", "HQ");

    private static final List<ArticleVariant> VARIANTS = List.of(
            of(null, ContactChannel.PHONE), of("R02", null), of("P33", null), of("P33", ContactChannel.PHONE),
            of("P44", ContactChannel.PHONE));

    private static ArticleVariant of(@Nullable String unit, @Nullable ContactChannel channel) {
        return new ArticleVariant(unit, channel, unit + "/" + channel, null);
    }

    private static @Nullable String chosen(List<String> units, @Nullable ContactChannel channel) {
        return ArticleVariant.choose(VARIANTS, units, channel).map(ArticleVariant::text).orElse(null);
    }

    @Test
    void theNearestUnitBeforeTheChannel() {
        assertThat(chosen(OUTLET, ContactChannel.PHONE)).isEqualTo("P33/PHONE");
        assertThat(chosen(OUTLET, ContactChannel.CHAT)).isEqualTo("P33/null");
        assertThat(chosen(OUTLET, null)).isEqualTo("P33/null");
        assertThat(chosen(List.of("R02", "HQ"), ContactChannel.PHONE)).isEqualTo("R02/null");
    }

    @Test
    void elsewhereTheChannelsOwnOrTheTextItself() {
        assertThat(chosen(List.of("R05", "HQ"), ContactChannel.PHONE)).isEqualTo("null/PHONE");
        assertThat(chosen(List.of(), ContactChannel.PHONE)).isEqualTo("null/PHONE");
        assertThat(chosen(List.of("R05", "HQ"), ContactChannel.CHAT)).isNull();
        assertThat(chosen(List.of(), null)).isNull();
    }
}
