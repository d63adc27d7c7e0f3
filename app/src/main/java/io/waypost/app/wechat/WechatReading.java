package io.waypost.app.wechat;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelTrouble;
import io.waypost.app.channel.Content;
import io.waypost.app.channel.Incoming;
import io.waypost.app.channel.Incoming.Nothing;
import io.waypost.app.channel.Incoming.Piece;
import io.waypost.app.channel.Incoming.Said;
import io.waypost.app.channel.Received;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes words and pictures of what WeChat tells, and keeps until when each of them may be written to. */
@Component
class WechatReading {

    /** After a message: five messages within two days, less a minute for clocks that differ. */
    private static final Duration AFTER_MESSAGE = Duration.ofDays(2).minusMinutes(1);
    private static final int MESSAGES = 5;
    /** After a click, a scan or following: three within a minute. */
    private static final Duration AFTER_ACT = Duration.ofMinutes(1);
    private static final int MESSAGES_AFTER_ACT = 3;
    /** A picture that WeChat no longer has. */
    private static final int NO_SUCH_MEDIA = 40007;

    private final WechatCalls calls;
    private final WechatReachStore reach;
    private final TransactionTemplate transaction;

    WechatReading(WechatCalls calls, WechatReachStore reach, TransactionTemplate transaction) {
        this.calls = calls;
        this.reach = reach;
        this.transaction = transaction;
    }

    Incoming read(ChannelAccount account, Received received) throws ChannelTrouble {
        var fields = WechatXml.read(new String(received.raw().bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new ChannelTrouble("NO_XML"));
        var openid = fields.getOrDefault("FromUserName", "");
        var kind = fields.getOrDefault("MsgType", "").toLowerCase(Locale.ROOT);
        var at = at(fields, received.at());
        if (kind.equals("event")) {
            return event(account, openid, fields.getOrDefault("Event", ""), at);
        }
        acted(account, openid, at, AFTER_MESSAGE, MESSAGES);
        var pieces = pieces(account, kind, fields);
        return new Said(new NewIdentity(IdentityKind.WECHAT, account.key(), openid,
                "微信 " + openid.substring(Math.max(0, openid.length() - 4))), null, null, pieces);
    }

    private Incoming event(ChannelAccount account, String openid, String event, Instant at) {
        switch (event.toLowerCase(Locale.ROOT)) {
            case "subscribe", "scan", "click" -> acted(account, openid, at, AFTER_ACT, MESSAGES_AFTER_ACT);
            case "unsubscribe" -> transaction.executeWithoutResult(_ -> reach.closed(account.key(), openid, at));
            default -> {
                // Tells nothing of whether one may write.
            }
        }
        return new Nothing("event " + event);
    }

    private void acted(ChannelAccount account, String openid, Instant at, Duration window, int messages) {
        transaction.executeWithoutResult(_ -> reach.acted(account.key(), openid, at, at.plus(window), messages));
    }

    private List<Piece> pieces(ChannelAccount account, String kind, Map<String, String> fields) throws ChannelTrouble {
        return switch (kind) {
            case "text" -> words(fields.getOrDefault("Content", ""));
            case "image" -> file(account, fields, "微信图片.jpg", "图片");
            case "video", "shortvideo" -> file(account, fields, "微信视频.mp4", "视频");
            case "voice" -> voice(fields);
            case "location" -> words("[位置] %s（%s，%s）".formatted(fields.getOrDefault("Label", ""),
                    fields.getOrDefault("Location_X", ""), fields.getOrDefault("Location_Y", "")));
            case "link" -> words("[链接] %s %s".formatted(fields.getOrDefault("Title", ""),
                    fields.getOrDefault("Url", "")));
            default -> words("[客户发来一条暂不支持的消息]");
        };
    }

    /** What somebody said is heard by WeChat itself where the account has that switched on. */
    private static List<Piece> voice(Map<String, String> fields) {
        var heard = fields.getOrDefault("Recognition", "");
        return words(heard.isEmpty() ? "[语音] 未能识别成文字，请客户改发文字。" : "[语音] " + heard);
    }

    private static List<Piece> words(String text) {
        return List.of(new Piece.Words(text));
    }

    /** WeChat keeps it for three days: it is fetched now. */
    private List<Piece> file(ChannelAccount account, Map<String, String> fields, String name, String what)
            throws ChannelTrouble {
        var media = fields.getOrDefault("MediaId", "");
        try {
            return List.of(new Piece.File(name,
                    Content.of(calls.<byte[]>with(account, (api, token) -> api.media(token, media)))));
        } catch (WechatApi.No no) {
            if (no.code() == NO_SUCH_MEDIA) {
                return words("[%s] 已过期，未能接收。".formatted(what));
            }
            throw new ChannelTrouble("WECHAT_" + no.code(), no);
        } catch (WechatApi.Away away) {
            throw new ChannelTrouble(String.valueOf(away.getMessage()), away);
        }
    }

    private static Instant at(Map<String, String> fields, Instant received) {
        var seconds = fields.getOrDefault("CreateTime", "");
        if (!seconds.matches("[0-9]{1,11}")) {
            return received;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(seconds));
        // A clock that is ahead would open a window that is too long.
        return at.isAfter(received) ? received : at;
    }
}
