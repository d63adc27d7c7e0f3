package io.waypost.app.wechat;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAccounts;
import io.waypost.app.channel.ChannelInbox;
import io.waypost.app.channel.ChannelInbox.Letter;
import io.waypost.app.channel.Content;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.TimedSignature;
import io.waypost.core.contact.ContactChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where WeChat tells what customers do (服务器配置的 URL). What is told is on disk before it is answered; WeChat tells it again where it
 * hears nothing for five seconds, twice more. Only safe mode is taken: in the plain one the signature does not cover the message.
 */
@RestController
@RequestMapping("/api/v1/public/wechat/{key}")
class WechatCallback {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final String TAKEN = "success";

    private final ChannelAccounts accounts;
    private final ChannelInbox inbox;
    private final Clock wall;

    WechatCallback(ChannelAccounts accounts, ChannelInbox inbox, @Qualifier("wallClock") Clock wall) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.wall = wall;
    }

    /** WeChat asks whether the address is ours. */
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String verify(@PathVariable String key, @RequestParam @Nullable String signature,
            @RequestParam @Nullable String timestamp, @RequestParam @Nullable String nonce,
            @RequestParam @Nullable String echostr) {
        var cipher = WechatAdapter.cipher(account(key));
        // What is sent back is only what is needed: no page may be made of it.
        if (signature == null || nonce == null || echostr == null || !echostr.matches("[0-9A-Za-z_-]{1,64}")
                || !TimedSignature.near(timestamp, wall.instant(), TOLERANCE)
                || !cipher.signed(signature, String.valueOf(timestamp), nonce)) {
            throw forged();
        }
        return echostr;
    }

    @PostMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String told(@PathVariable String key, @RequestParam(name = "msg_signature") @Nullable String signature,
            @RequestParam @Nullable String timestamp, @RequestParam @Nullable String nonce,
            @RequestBody(required = false) byte @Nullable [] body) {
        var account = account(key);
        var cipher = WechatAdapter.cipher(account);
        var encrypted = body == null
                ? null
                : WechatXml.read(new String(body, StandardCharsets.UTF_8)).map(fields -> fields.get("Encrypt"))
                        .orElse(null);
        if (signature == null || nonce == null || encrypted == null
                || !TimedSignature.near(timestamp, wall.instant(), TOLERANCE)
                || !cipher.signed(signature, String.valueOf(timestamp), nonce, encrypted)) {
            throw forged();
        }
        var message = cipher.decrypt(encrypted).orElseThrow(WechatCallback::forged);
        var fields = WechatXml.read(message).orElseThrow(WechatCallback::forged);
        var openid = fields.getOrDefault("FromUserName", "");
        if (openid.isEmpty() || openid.length() > 64) {
            throw Refusal.invalid("FromUserName", null, "MISSING", "Say whose message it is.");
        }
        inbox.take(account, new Letter(number(fields), openid,
                Content.of(message.getBytes(StandardCharsets.UTF_8))));
        return TAKEN;
    }

    /** A message has a number of its own, an event is known by whose it is and when. */
    private static String number(Map<String, String> fields) {
        var id = fields.getOrDefault("MsgId", "");
        return id.matches("[0-9]{1,24}")
                ? id
                : "%s-%s-%s".formatted(cut(fields.get("FromUserName")), cut(fields.get("CreateTime")),
                        cut(fields.get("Event")));
    }

    private static String cut(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(64, text.length()));
    }

    private ChannelAccount account(String key) {
        return accounts.active(ContactChannel.WECHAT, key).orElseThrow(WechatCallback::forged);
    }

    private static Refusal forged() {
        return Refusal.of(HttpStatus.FORBIDDEN, "BAD_SIGNATURE",
                "The signature is missing, old or wrong, the message is not in safe mode, or the account is not known.");
    }
}
