package io.waypost.app.wechat;

import io.waypost.app.channel.ChannelAccount;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Calls of WeChat with a token that is good: one that is refused is replaced once. Thread-safe. */
@Component
class WechatCalls {

    /** The token is wrong, was replaced or has ended. */
    private static final Set<Integer> NO_TOKEN = Set.of(40001, 40014, 42001);

    private final WechatApi api;
    private final WechatTokens tokens;

    WechatCalls(WechatApi api, WechatTokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** A call. */
    interface Call<R> {

        R with(WechatApi api, String token) throws WechatApi.No, WechatApi.Away;
    }

    <R> R with(ChannelAccount account, Call<R> call) throws WechatApi.No, WechatApi.Away {
        var token = tokens.token(account);
        try {
            return call.with(api, token);
        } catch (WechatApi.No no) {
            if (!NO_TOKEN.contains(no.code())) {
                throw no;
            }
            return call.with(api, tokens.after(account, token));
        }
    }
}
