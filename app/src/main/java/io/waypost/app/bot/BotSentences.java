package io.waypost.app.bot;

import io.waypost.app.claim.CustomerClaims.Standing;
import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.Intent;
import io.waypost.core.dialogue.Reply;
import io.waypost.core.dialogue.Say;
import io.waypost.core.settlement.SettlementState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the bot says, out of its catalogue of sentences. Thread-safe. */
@Component
class BotSentences {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Properties catalogue = new Properties();

    BotSentences() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(BotSentences.class.getResourceAsStream("/bot/sentences.properties")),
                StandardCharsets.UTF_8)) {
            catalogue.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var say : Say.values()) {
            text(say.name());
        }
        handedOver("");
        howToClaim();
        for (var state : SettlementState.values()) {
            claim(new Standing("", state));
        }
        for (var reason : Reason.values()) {
            text("reason." + reason.name());
        }
    }

    /** A reply as it is written into the conversation: on every channel options are numbers. */
    String of(Reply reply) {
        var text = new StringBuilder(PLACE.matcher(text(reply.say().name()))
                .replaceAll(found -> Matcher.quoteReplacement(reply.values().getOrDefault(found.group(1), "")))
                .replaceAll("\n{2,}", "\n"));
        int number = 1;
        for (var option : reply.options()) {
            text.append('\n').append(number++).append(" ").append(option);
        }
        return text.toString();
    }

    /** How a claim stands, as one line. */
    String claim(Standing claim) {
        return text("CLAIM").replace("{number}", claim.number()).replace("{state}", text("claim." + claim.state()));
    }

    /** Where a customer claims by themselves. */
    String howToClaim() {
        return text("HOW_TO_CLAIM");
    }

    /** That a person goes on; {@code place} is the customer's in the queue, where they wait. */
    String handedOver(@Nullable String place) {
        return text("HANDED_OVER") + (place == null ? "" : text("IN_THE_QUEUE").formatted(place));
    }

    /** Why a person goes on, for agents. */
    String reason(Reason reason) {
        return text("reason." + reason.name());
    }

    /** What the bot did, for agents; empty for what they need not know. */
    String done(String what) {
        return catalogue.getProperty("did." + what, "");
    }

    /** The word by which the rules of routing know a matter; empty for what they do not tell apart. */
    String known(Intent matter) {
        return catalogue.getProperty("known." + matter.name(), "");
    }

    private String text(String key) {
        return Objects.requireNonNull(catalogue.getProperty(key),
                () -> "The catalogue bot/sentences.properties has no %s.".formatted(key));
    }
}
