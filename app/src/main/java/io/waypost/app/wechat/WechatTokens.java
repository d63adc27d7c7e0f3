package io.waypost.app.wechat;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.wechat.WechatTokenStore.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The access token of each account: one for all nodes, fetched by one of them at a time. Whoever finds it near its end fetches the next
 * while the others go on with the old one; only without a good one does anybody wait. Thread-safe.
 */
@Component
class WechatTokens {

    private static final Actor WECHAT = new Actor.Internal("wechat");
    /** What is left of its life when the next one is fetched: a fifth. */
    private static final int LEFT = 5;

    private final WechatTokenStore store;
    private final WechatApi api;
    private final TransactionTemplate transaction;
    private final Clock wall;

    WechatTokens(WechatTokenStore store, WechatApi api, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.api = api;
        this.transaction = transaction;
        this.wall = wall;
    }

    /** What came of asking: a token, or why there is none. */
    private sealed interface Asked {

        record Good(String token) implements Asked {}

        record Refused(WechatApi.No no) implements Asked {}

        record Lost(WechatApi.Away away) implements Asked {}
    }

    /** A token that is good now. */
    String token(ChannelAccount account) throws WechatApi.No, WechatApi.Away {
        var appId = account.setting(WechatAdapter.APP_ID);
        var kept = whole(() -> {
            store.ensure(account.key(), appId);
            return store.find(account.key()).orElseThrow();
        });
        var now = wall.instant();
        var good = good(kept, appId, now, null);
        if (good != null && !nearEnd(kept, now)) {
            return good;
        }
        // While the old one is good nobody waits for whoever fetches the next.
        var fetched = fetch(account, good == null, null);
        if (good != null && !(fetched.orElse(null) instanceof Asked.Good)) {
            // Somebody else is at it, or WeChat gives none just now: the old one lives a while yet.
            return good;
        }
        return given(fetched.orElseThrow());
    }

    /** A token other than that one, which WeChat no longer takes. */
    String after(ChannelAccount account, String refused) throws WechatApi.No, WechatApi.Away {
        return given(fetch(account, true, refused).orElseThrow());
    }

    private Optional<Asked> fetch(ChannelAccount account, boolean wait, @Nullable String refused) {
        var appId = account.setting(WechatAdapter.APP_ID);
        return whole(() -> store.lock(account.key(), wait).map(kept -> {
            var now = wall.instant();
            var good = good(kept, appId, now, refused);
            // Somebody else was quicker.
            return good != null && !nearEnd(kept, now)
                    ? new Asked.Good(good)
                    : ask(account, appId, refused != null, now);
        }));
    }

    private Asked ask(ChannelAccount account, String appId, boolean anew, Instant now) {
        try {
            var fetched = api.token(appId, account.secret(WechatAdapter.APP_SECRET), anew);
            store.put(account.key(), appId, fetched.token(), now, now.plusSeconds(fetched.seconds()));
            return new Asked.Good(fetched.token());
        } catch (WechatApi.No no) {
            return new Asked.Refused(no);
        } catch (WechatApi.Away away) {
            return new Asked.Lost(away);
        }
    }

    private static String given(Asked asked) throws WechatApi.No, WechatApi.Away {
        return switch (asked) {
            case Asked.Good(var token) -> token;
            case Asked.Refused(var no) -> throw no;
            // Nothing was asked of WeChat yet but a token.
            case Asked.Lost(var away) -> throw new WechatApi.Away(false, String.valueOf(away.getMessage()));
        };
    }

    private static @Nullable String good(Kept kept, String appId, Instant now, @Nullable String refused) {
        var token = kept.token();
        var until = kept.until();
        return token != null && until != null && until.isAfter(now) && kept.appId().equals(appId)
                && !token.equals(refused) ? token : null;
    }

    private static boolean nearEnd(Kept kept, Instant now) {
        var from = kept.fetchedAt();
        var until = kept.until();
        return from == null || until == null
                || Duration.between(now, until).compareTo(Duration.between(from, until).dividedBy(LEFT)) < 0;
    }

    private <R> R whole(java.util.function.Supplier<R> work) {
        return Acting.as(WECHAT, () -> java.util.Objects
                .requireNonNull(transaction.execute(_ -> java.util.Objects.requireNonNull(work.get()))));
    }
}
