package io.waypost.app.email;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAccounts;
import io.waypost.app.channel.ChannelInbox;
import io.waypost.app.channel.Incoming;
import io.waypost.app.channel.Incoming.Piece;
import io.waypost.app.channel.Received;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.email.MailStore.KeptMail;
import io.waypost.app.kernel.Masked;
import io.waypost.core.contact.ContactChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a mail what customer service is to know of it. */
@Component
class EmailReading {

    /** An address is one person, whichever of our mailboxes they write to. */
    private static final String ANY_MAILBOX = "email";

    private final ChannelAccounts accounts;
    private final ChannelInbox inbox;
    private final Conversations conversations;
    private final Customers customers;
    private final SignedIds ids;
    private final MailStore store;
    private final EmailWork work;

    EmailReading(ChannelAccounts accounts, ChannelInbox inbox, Conversations conversations, Customers customers,
            SignedIds ids, MailStore store, EmailWork work) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.conversations = conversations;
        this.customers = customers;
        this.ids = ids;
        this.store = store;
        this.work = work;
    }

    /** What is known of a mail's place before it is kept. */
    private record Place(@Nullable UUID conversation, boolean elsewhere, @Nullable String lastSubject) {}

    Incoming read(ChannelAccount account, Received received) {
        var mail = MimePart.of(received.raw().bytes());
        var from = MailFrom.of(mail);
        var bounce = Bounce.of(mail, from, ids);
        if (bounce.isPresent()) {
            var said = bounce.get();
            inbox.report(account, said.ids(), said.state(), said.code().isEmpty() ? null : said.code());
            return new Incoming.Nothing(said.code().isEmpty() ? "送达回执" : "退信");
        }
        var machine = MachineMail.why(mail, from, ours());
        return machine.isPresent() ? new Incoming.Nothing(machine.get()) : said(account, mail, from);
    }

    private Incoming said(ChannelAccount account, MimePart mail, MailFrom from) {
        var read = ReadMail.of(mail);
        var place = work.whole(() -> place(account, mail, from));
        var pieces = new ArrayList<Piece>();
        if (SenderCheck.failed(mail, account.setting("authServId"))) {
            pieces.add(new Piece.Remark("发件人未通过验证，可能是冒充。"));
        }
        if (place.elsewhere()) {
            pieces.add(new Piece.Remark("来自另一地址 %s".formatted(Masked.mail(from.address()))));
        }
        pieces.add(new Piece.Words(words(read, place.lastSubject())));
        read.files().forEach(file -> pieces.add(new Piece.File(file.name(), file.content())));
        read.remarks().forEach(remark -> pieces.add(new Piece.Remark(remark)));
        var who = new NewIdentity(IdentityKind.EMAIL, ANY_MAILBOX, from.address(), Masked.mail(from.address()));
        return new Incoming.Said(who, from.name().isEmpty() ? null : from.name(), place.conversation(), pieces);
    }

    /** The subject belongs to what was said where it is new: the waybill often stands there alone. */
    private static String words(ReadMail read, @Nullable String lastSubject) {
        var subject = Subjects.plain(read.subject());
        boolean fresh = !subject.isEmpty() && (lastSubject == null || !Subjects.same(subject, lastSubject));
        var body = read.words().isBlank() ? "" : read.words();
        if (fresh) {
            return "%s：%s%s".formatted(lastSubject == null ? "主题" : "新主题", subject, body.isEmpty() ? "" : "\n" + body);
        }
        return body.isEmpty() ? "（邮件没有正文）" : body;
    }

    private Place place(ChannelAccount account, MimePart mail, MailFrom from) {
        var answered = ids.answered(mail).flatMap(named -> conversations.find(named.conversation()))
                .filter(found -> found.channel() == ContactChannel.EMAIL && found.account().equals(account.key()));
        if (answered.isEmpty()) {
            return new Place(null, false, store.lastSubject(account.key(), from.address()).orElse(null));
        }
        var conversation = answered.get();
        boolean elsewhere = !customers.address(conversation.identity()).equals(from.address());
        return new Place(conversation.id(), elsewhere,
                store.last(conversation.id()).map(KeptMail::subject).orElse(null));
    }

    private Set<String> ours() {
        return accounts.active(ContactChannel.EMAIL).stream()
                .map(each -> each.setting("address").toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Keeps what only this channel knows of a mail; joins the running transaction. */
    void kept(ChannelAccount account, Received received, Conversation conversation, List<Long> seqs) {
        if (seqs.isEmpty()) {
            return;
        }
        var mail = MimePart.of(received.raw().bytes());
        var from = MailFrom.of(mail);
        var read = ReadMail.of(mail);
        store.add(conversation.id(), seqs, account.key(), from.address(), new KeptMail(read.messageId(),
                read.references(), read.subject(), Masked.mail(from.address()), read.to(), read.at(),
                clean(read.html()), read.files().stream().map(file -> clean(file.name())).toList(),
                read.remoteImages()));
    }

    /** The database holds no zero character. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    /** What the last mail of the conversation was. */
    Optional<KeptMail> last(UUID conversation) {
        return work.whole(() -> store.last(conversation));
    }
}
