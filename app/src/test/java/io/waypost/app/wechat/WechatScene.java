package io.waypost.app.wechat;

import static io.waypost.app.testing.Until.until;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAccounts;
import io.waypost.app.channel.ChannelInbox;
import io.waypost.app.channel.ChannelLimits;
import io.waypost.app.channel.ChannelRoom;
import io.waypost.app.channel.Content;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An official account and its customers, for tests. */
@TestComponent
@Import(ChannelRoom.class)
class WechatScene {

    static final String KEY = "service-account";
    private static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String TOKEN = "Waypost2026";

    private final ChannelRoom channels;
    private final ChannelAccounts accounts;
    private final ChannelInbox inbox;
    private final WechatTokens tokens;
    private final WechatReachStore reach;
    private final Customers customers;
    private final Conversations conversations;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock wall;

    WechatScene(ChannelRoom channels, ChannelAccounts accounts, ChannelInbox inbox, WechatTokens tokens,
            WechatReachStore reach, Customers customers, Conversations conversations, TransactionTemplate transaction,
            JdbcClient jdbc, @Qualifier("wallClock") Clock wall) {
        this.channels = channels;
        this.accounts = accounts;
        this.inbox = inbox;
        this.tokens = tokens;
        this.reach = reach;
        this.customers = customers;
        this.conversations = conversations;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.wall = wall;
    }

    /** A call as WeChat makes it. */
    record Call(String signature, String timestamp, String nonce, String body) {}

    void account() {
        channels.account(new ChannelAccount(ContactChannel.WECHAT, KEY, "驿路客服", Organisation.HEADQUARTERS, "",
                Map.of(WechatAdapter.APP_ID, WechatStandIn.APP_ID), Map.of(WechatAdapter.APP_SECRET,
                        WechatStandIn.SECRET, "token", TOKEN, "aesKey", AES_KEY),
                true, 1));
    }

    WechatCipher cipher() {
        return new WechatCipher(TOKEN, WechatStandIn.APP_ID, AES_KEY);
    }

    Call call(String xml) {
        return call(xml, Duration.ZERO);
    }

    Call call(String xml, Duration ago) {
        var encrypted = cipher().encrypt(xml);
        var timestamp = String.valueOf(wall.instant().minus(ago).getEpochSecond());
        return new Call(cipher().signature(timestamp, "n0nce", encrypted), timestamp, "n0nce",
                "<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
                        .formatted(encrypted));
    }

    String text(String openid, String id, String text) {
        return text(openid, id, text, Duration.ZERO);
    }

    String text(String openid, String id, String text, Duration ago) {
        return message(openid, id, ago, "<MsgType>text</MsgType><Content><![CDATA[%s]]></Content>".formatted(text));
    }

    String picture(String openid, String mediaId) {
        return message(openid, String.valueOf(UUID.randomUUID().getMostSignificantBits() & 0xffffffL),
                Duration.ZERO,
                "<MsgType>image</MsgType><PicUrl>http://x/</PicUrl><MediaId>%s</MediaId>".formatted(mediaId));
    }

    private String message(String openid, String id, Duration ago, String rest) {
        // Numbers are one openid's own in these tests; WeChat's are everybody's.
        var number = id + (openid.hashCode() & 0x7fffffff);
        return "<xml><ToUserName>gh</ToUserName><FromUserName>%s</FromUserName><CreateTime>%d</CreateTime><MsgId>%s</MsgId>%s</xml>"
                .formatted(openid, wall.instant().minus(ago).getEpochSecond(), number, rest);
    }

    /** Their conversation, once there is one. */
    UUID conversation(String openid) {
        var identity = all(() -> customers.identify(new NewIdentity(IdentityKind.WECHAT, KEY, openid, "微信"), null))
                .identity();
        until(() -> all(() -> conversations.of(identity)).stream().anyMatch(found -> found.last() > 0));
        return all(() -> conversations.of(identity)).getFirst().id();
    }

    long answer(Actor.Person agent, UUID conversation, String text) {
        return write(agent, conversation, EntryKind.TEXT, text, null);
    }

    void send(Actor.Person agent, UUID conversation, EntryKind kind, @Nullable UUID file) {
        write(agent, conversation, kind, "", file);
    }

    private long write(Actor.Person agent, UUID conversation, EntryKind kind, String text, @Nullable UUID file) {
        return conversations.write(new NewEntry(conversation, Author.AGENT, agent.id(), agent.name(), kind, text, file,
                UUID.randomUUID().toString())).toCompletableFuture().join().entry().seq();
    }

    List<Entry> entries(UUID conversation) {
        return all(() -> conversations.entries(conversation, 0, 200));
    }

    String state(UUID conversation, long seq) {
        return channels.state(conversation, seq);
    }

    void again(Actor.Person agent, UUID conversation, long seq) {
        channels.again(agent, conversation, seq);
    }

    ChannelLimits limits(Actor.Person agent, UUID conversation) {
        return channels.limits(agent, conversation);
    }

    void everythingIsDue() {
        channels.everythingIsDue();
    }

    int kept() {
        return channels.kept();
    }

    /** Something that came in and was claimed by a node that is gone. */
    void takenByALostNode(String openid, String xml) {
        var id = xml.replaceAll(".*<MsgId>([0-9]+)<.*", "$1");
        channels.lostWhileReading(account(KEY), new ChannelInbox.Letter(id, openid,
                Content.of(xml.getBytes(StandardCharsets.UTF_8))), inbox);
    }

    /** How many messages are left to them; -1 where nothing is known. */
    int left(String openid) {
        return all(() -> reach.find(KEY, openid)).map(WechatReachStore.Reach::messages).orElse(-1);
    }

    String token() {
        try {
            return tokens.token(account(KEY));
        } catch (WechatApi.No | WechatApi.Away failure) {
            throw new AssertionError(failure);
        }
    }

    void forgetToken() {
        all(() -> jdbc.sql("update wechat.token set until = now() - interval '1 hour' where account = ?").param(KEY)
                .update());
    }

    void tokenNearEnd() {
        all(() -> jdbc.sql("""
                update wechat.token set fetched_at = now() - interval '100 minutes', until = now() + interval '20 minutes'
                where account = ?
                """).param(KEY).update());
    }

    private ChannelAccount account(String key) {
        return accounts.active(ContactChannel.WECHAT, key).orElseThrow();
    }

    private <R> R all(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), () -> Objects
                .requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
