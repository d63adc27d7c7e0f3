package io.waypost.app.wechat;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAdapter;
import io.waypost.app.channel.ChannelField;
import io.waypost.app.channel.ChannelFiles;
import io.waypost.app.channel.ChannelLimits;
import io.waypost.app.channel.ChannelTrouble;
import io.waypost.app.channel.Incoming;
import io.waypost.app.channel.Outgoing;
import io.waypost.app.channel.Received;
import io.waypost.app.channel.SendResult;
import io.waypost.app.channel.SendResult.Later;
import io.waypost.app.channel.SendResult.Never;
import io.waypost.app.channel.SendResult.Sent;
import io.waypost.app.channel.SendResult.Unknown;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Customers;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Official accounts of WeChat as a channel. */
@Component
class WechatAdapter implements ChannelAdapter {

    static final String APP_ID = "appId";
    static final String APP_SECRET = "appSecret";
    private static final String TOKEN = "token";
    private static final String AES_KEY = "aesKey";

    private final WechatReading reading;
    private final WechatCalls calls;
    private final WechatTokens tokens;
    private final WechatReachStore reach;
    private final Customers customers;
    private final ChannelFiles files;
    private final TransactionTemplate transaction;
    private final Clock wall;

    WechatAdapter(WechatReading reading, WechatCalls calls, WechatTokens tokens, WechatReachStore reach,
            Customers customers, ChannelFiles files, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.reading = reading;
        this.calls = calls;
        this.tokens = tokens;
        this.reach = reach;
        this.customers = customers;
        this.files = files;
        this.transaction = transaction;
        this.wall = wall;
    }

    static WechatCipher cipher(ChannelAccount account) {
        return new WechatCipher(account.secret(TOKEN), account.setting(APP_ID), account.secret(AES_KEY));
    }

    @Override
    public ContactChannel channel() {
        return ContactChannel.WECHAT;
    }

    @Override
    public List<ChannelField> fields() {
        return List.of(ChannelField.needed(APP_ID, "wx[0-9a-f]{16}", "wx0123456789abcdef"),
                ChannelField.secret(APP_SECRET, "[0-9a-f]{32}", "0123456789abcdef0123456789abcdef"),
                ChannelField.secret(TOKEN, "[0-9A-Za-z]{3,32}", "Waypost2026"),
                ChannelField.secret(AES_KEY, "[0-9A-Za-z]{43}",
                        "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"));
    }

    @Override
    public Incoming read(ChannelAccount account, Received received) throws ChannelTrouble {
        return reading.read(account, received);
    }

    @Override
    public List<String> parts(ChannelAccount account, Outgoing message) {
        return switch (message.entry().kind()) {
            case IMAGE -> List.of("");
            case FILE, NOTE -> List.of();
            case TEXT, EVENT -> WechatText.parts(message.text());
        };
    }

    @Override
    public SendResult send(ChannelAccount account, Outgoing message, String part) {
        var closed = closed(account, message.to());
        if (closed != null) {
            return new Never(closed);
        }
        try {
            calls.with(account, (api, token) -> {
                api.send(token, body(api, token, message, part));
                return true;
            });
        } catch (ChannelTroubleInCall trouble) {
            return new Later(String.valueOf(trouble.getMessage()), Duration.ZERO);
        } catch (WechatApi.No no) {
            return refused(account, message.to(), no);
        } catch (WechatApi.Away away) {
            var code = String.valueOf(away.getMessage());
            return away.perhapsHeard() ? new Unknown(code) : new Later(code, Duration.ZERO);
        }
        transaction.executeWithoutResult(_ -> reach.used(account.key(), message.to()));
        return new Sent("");
    }

    private Map<String, ?> body(WechatApi api, String token, Outgoing message, String part)
            throws WechatApi.No, WechatApi.Away {
        if (message.entry().kind() != EntryKind.IMAGE) {
            return Map.of("touser", message.to(), "msgtype", "text", "text", Map.of("content", part));
        }
        try {
            var file = files.open(Objects.requireNonNull(message.entry().file()));
            var media = api.upload(token, file.name(), file.content().bytes());
            return Map.of("touser", message.to(), "msgtype", "image", "image", Map.of("media_id", media));
        } catch (ChannelTrouble unreadable) {
            throw new ChannelTroubleInCall(unreadable);
        } catch (WechatApi.Away away) {
            // What was perhaps heard is a picture that nobody has been shown yet.
            throw new WechatApi.Away(false, String.valueOf(away.getMessage()));
        }
    }

    /** A file that cannot be read just now, thrown through a call. */
    private static final class ChannelTroubleInCall extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        ChannelTroubleInCall(ChannelTrouble trouble) {
            super(trouble.getMessage(), trouble);
        }
    }

    /** What WeChat's numbers mean for a message (微信全局返回码). */
    private SendResult refused(ChannelAccount account, String openid, WechatApi.No no) {
        return switch (no.code()) {
            case -1 -> new Later("WECHAT_BUSY", Duration.ZERO);
            case 45011 -> new Later("WECHAT_BUSY", Duration.ofMinutes(1));
            case 45009 -> new Later("WECHAT_LIMIT", Duration.ofMinutes(10));
            case 40001, 40014, 42001, 40164, 40125, 40013 -> new Later("ACCOUNT_REFUSED", Duration.ofMinutes(1));
            case 45015 -> {
                transaction.executeWithoutResult(_ -> reach.closed(account.key(), openid, wall.instant()));
                yield new Never("WINDOW_CLOSED");
            }
            case 45047 -> {
                transaction.executeWithoutResult(_ -> reach.exhausted(account.key(), openid));
                yield new Never("QUOTA_USED");
            }
            case 40003, 43004 -> {
                transaction.executeWithoutResult(_ -> reach.closed(account.key(), openid, wall.instant()));
                yield new Never("NOT_FOLLOWING");
            }
            default -> new Never("WECHAT_" + no.code());
        };
    }

    private @Nullable String closed(ChannelAccount account, String openid) {
        var now = wall.instant();
        return transaction.execute(_ -> reach.find(account.key(), openid)).map(open -> !open.until().isAfter(now)
                ? "WINDOW_CLOSED"
                : open.messages() == 0 ? "QUOTA_USED" : null).orElse(null);
    }

    @Override
    public ChannelLimits limits(ChannelAccount account, Conversation conversation) {
        var openid = customers.address(conversation.identity());
        var open = reach.find(account.key(), openid);
        return new ChannelLimits(open.map(WechatReachStore.Reach::until).orElse(null),
                open.map(WechatReachStore.Reach::messages).orElse(null), WechatText.MOST_BYTES, true,
                closed(account, openid));
    }

    @Override
    public Optional<String> tryOut(ChannelAccount account) {
        try {
            tokens.token(account);
            return Optional.empty();
        } catch (WechatApi.No no) {
            return Optional.of(switch (no.code()) {
                case 40013 -> "微信说 AppID 不对，请到公众平台“设置与开发 → 基本配置”核对。";
                case 40125, 40001 -> "微信说 AppSecret 不对，请重新填写；刚重置过的要用新的。";
                case 40164 -> "本机的出口 IP 不在公众号的 IP 白名单里，请到“基本配置 → IP 白名单”加上。";
                default -> "微信没有给出令牌（%s）。".formatted(no.getMessage());
            });
        } catch (WechatApi.Away away) {
            return Optional.of("连不上微信（%s），请检查本机能否访问 api.weixin.qq.com。".formatted(away.getMessage()));
        }
    }
}
