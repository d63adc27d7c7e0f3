package io.waypost.app.feedback;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAccounts;
import io.waypost.app.channel.ChannelInbox;
import io.waypost.app.channel.ChannelInbox.Letter;
import io.waypost.app.channel.Content;
import io.waypost.app.channel.DeliveryState;
import io.waypost.app.feedback.FeedbackStore.FeedbackReply;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.TimedSignature;
import io.waypost.core.contact.ContactChannel;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where sources bring feedback and fetch the answers. They sign time and body with the account's secret: {@code X-Signature} is
 * HMAC-SHA-256 over {@code timestamp.body} in hexadecimal digits; fetching signs {@code timestamp.after}.
 */
@RestController
@RequestMapping("/api/v1/partners/feedback/{key}")
class FeedbackController {

    private static final int MOST = 200;
    private static final int LONGEST = 20_000;

    private final ChannelAccounts accounts;
    private final ChannelInbox inbox;
    private final FeedbackStore store;
    private final JsonMapper json;
    private final Clock wall;

    FeedbackController(ChannelAccounts accounts, ChannelInbox inbox, FeedbackStore store, JsonMapper json,
            @Qualifier("wallClock") Clock wall) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.store = store;
        this.json = json;
        this.wall = wall;
    }

    /** How many of a call were new. */
    record FeedbackTaken(int taken, int known) {}

    /** Answers in their order; {@code next} is what to ask after the next time, which says that these have arrived. */
    record FeedbackReplies(List<FeedbackReply> items, long next) {}

    @PostMapping
    FeedbackTaken take(@PathVariable String key,
            @RequestHeader(name = "X-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Signature", required = false) @Nullable String signature,
            @RequestBody(required = false) @Nullable String body) {
        var account = account(key, timestamp, signature, body == null ? "" : body);
        var items = items(body);
        // All are looked at before the first is kept: a call is taken whole or not at all.
        items.forEach(FeedbackController::check);
        int taken = 0;
        for (var item : items) {
            taken += inbox.take(account, new Letter(item.path("id").asString(),
                    item.path("author").path("id").asString(), Content.of(json.writeValueAsBytes(item)))) ? 1 : 0;
        }
        return new FeedbackTaken(taken, items.size() - taken);
    }

    @GetMapping("/replies")
    FeedbackReplies replies(@PathVariable String key,
            @RequestHeader(name = "X-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Signature", required = false) @Nullable String signature,
            @RequestParam(defaultValue = "0") long after) {
        var account = account(key, timestamp, signature, String.valueOf(after));
        return Acting.as(new Actor.Internal("feedback"), () -> {
            if (after > 0) {
                inbox.report(account, store.upTo(account.key(), after, MOST), DeliveryState.DELIVERED, null);
            }
            var items = store.after(account.key(), after, MOST);
            return new FeedbackReplies(items, items.isEmpty() ? after : items.getLast().number());
        });
    }

    private List<JsonNode> items(@Nullable String body) {
        try {
            var items = json.readTree(body == null ? "" : body);
            if (items.isArray() && items.size() <= MOST) {
                return items.valueStream().toList();
            }
        } catch (JacksonException unreadable) {
            throw Refusal.invalid("body", null, "UNREADABLE", "Send a JSON array.");
        }
        throw Refusal.invalid("body", null, "NOT_AN_ARRAY", "Send a JSON array of up to %d items.".formatted(MOST));
    }

    private static void check(JsonNode item) {
        text(item.path("id"), "id", 100);
        text(item.path("author").path("id"), "author.id", 100);
        text(item.path("text"), "text", LONGEST);
        var rating = item.path("rating");
        if (!rating.isMissingNode() && !rating.isNull() && (!rating.isInt() || rating.asInt() < 1
                || rating.asInt() > 5)) {
            throw Refusal.invalid("rating", rating.toString(), "RANGE", "Give a whole number from 1 to 5, or none.");
        }
    }

    private static void text(JsonNode value, String field, int longest) {
        if (!value.isString() || value.asString().isBlank() || value.asString().length() > longest
                || value.asString().indexOf('\0') >= 0) {
            throw Refusal.invalid(field, null, "MISSING", "Give a text of up to %d characters.".formatted(longest));
        }
    }

    private ChannelAccount account(String key, @Nullable String timestamp, @Nullable String signature, String body) {
        var account = accounts.active(ContactChannel.FEEDBACK, key).orElse(null);
        if (account == null || !TimedSignature.holds(account.secret(FeedbackAdapter.SECRET), timestamp, signature,
                body, wall.instant())) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "BAD_SIGNATURE",
                    "The signature is missing, old or wrong, or the source is not known.");
        }
        return account;
    }
}
