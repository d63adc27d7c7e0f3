package io.waypost.app.chat;

import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Crowded;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.Reader;
import io.waypost.app.desk.DeskTalks;
import io.waypost.app.desk.DeskTalks.Standing;
import io.waypost.app.identity.ActingPeople;
import io.waypost.app.identity.LivingSessions;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.chat.ChatHost;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatListener;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ChatRefusal;
import io.waypost.chat.ChatSide;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.ItemKind;
import io.waypost.chat.PostAnswer;
import io.waypost.chat.Posting;
import io.waypost.chat.SignIn;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the socket edge asks of the platform. The edge's threads never wait: everything runs on virtual threads, of which only so many ask
 * the database at once that others find a connection too.
 */
@Component
class ChatRooms implements ChatHost {

    private static final Actor CHAT = new Actor.Internal("chat");
    private static final int AT_ONCE = 6;

    private final ChatToken tokens;
    private final Conversations conversations;
    private final DeskTalks desk;
    private final ActingPeople people;
    private final ChatFiles files;
    private final LivingSessions sessions;
    private final Set<RoomListener> agents = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns = new Semaphore(AT_ONCE);

    ChatRooms(ChatToken tokens, Conversations conversations, DeskTalks desk, ActingPeople people, ChatFiles files,
            LivingSessions sessions) {
        this.tokens = tokens;
        this.conversations = conversations;
        this.desk = desk;
        this.people = people;
        this.files = files;
        this.sessions = sessions;
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    @Override
    public CompletionStage<SignIn> signIn(String token, String device) {
        return ask(() -> tokens.read(token).<SignIn>flatMap(bearer -> switch (bearer.side()) {
            case CUSTOMER -> java.util.Optional
                    .of(new SignIn.Granted(new ChatPrincipal(ChatSide.CUSTOMER, bearer.id(), "", bearer.until())));
            case AGENT -> lives(bearer)
                    ? people.now(bearer.id()).filter(person -> person.may(Permission.DESK_WORK))
                            .map(person -> new SignIn.Granted(new ChatPrincipal(ChatSide.AGENT, person.id(),
                                    person.name(), bearer.until(), bearer.session())))
                    : java.util.Optional.<SignIn>empty();
        }).orElseGet(() -> new SignIn.Refused("TOKEN", "请重新打开页面。")));
    }

    private boolean lives(ChatToken.Bearer bearer) {
        return bearer.session() != null && !sessions.alive(List.of(bearer.session())).isEmpty();
    }

    /** Says goodbye to agents whose session has ended: signed out here, elsewhere, or by somebody else. */
    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void endWithTheSession() {
        var asked = new HashSet<UUID>();
        agents.forEach(listener -> asked.add(listener.session()));
        if (!asked.isEmpty()) {
            var alive = sessions.alive(asked);
            agents.stream().filter(listener -> !alive.contains(listener.session())).forEach(RoomListener::end);
        }
    }

    @Override
    public CompletionStage<List<ConversationHead>> heads(ChatPrincipal who) {
        return ask(() -> heads(conversations.all(theirs(who))));
    }

    /** The conversations that somebody has before them. */
    List<UUID> theirs(ChatPrincipal who) {
        return who.side() == ChatSide.AGENT
                ? desk.had(who.id())
                : conversations.of(who.id()).stream().map(Conversation::id).toList();
    }

    List<ConversationHead> heads(List<Conversation> found) {
        var standing = desk.standing(found.stream().map(Conversation::id).toList());
        return found.stream().map(conversation -> head(conversation, standing.get(conversation.id()))).toList();
    }

    private static ConversationHead head(Conversation conversation,
            @org.jspecify.annotations.Nullable Standing standing) {
        var words = standing == null ? null : standing.words();
        return new ConversationHead(conversation.id(), conversation.last(), conversation.readByCustomer(),
                conversation.readByAgent(), standing == null ? "NEW" : standing.state().name(), conversation.version(),
                words == null ? "" : words);
    }

    @Override
    public CompletionStage<PostAnswer> post(ChatPrincipal who, Posting posting) {
        return ask(() -> entry(who, posting)).thenCompose(conversations::write)
                .<PostAnswer>thenApply(written -> answer(who, posting, written.entry()))
                .exceptionally(failure -> refused(cause(failure)));
    }

    private NewEntry entry(ChatPrincipal who, Posting posting) {
        var conversation = of(who, posting);
        var kind = EntryKind.valueOf(posting.kind().name());
        var file = posting.file();
        if (file != null && !files.belongs(conversation, file)) {
            throw new ChatRefusal("FILE", "文件没有上传到这个会话，请重新选择。");
        }
        return who.side() == ChatSide.CUSTOMER
                ? new NewEntry(conversation, Author.CUSTOMER, who.id(), "", kind, posting.text(), file, posting.cid())
                : new NewEntry(conversation, Author.AGENT, who.id(), who.name(), kind, posting.text(), file,
                        posting.cid());
    }

    private UUID of(ChatPrincipal who, Posting posting) {
        var asked = posting.conversation();
        if (who.side() == ChatSide.AGENT) {
            if (asked == null || !desk.mayWrite(who.id(), asked)) {
                throw new ChatRefusal("NOT_YOURS", "这个会话已不在您名下，消息没有发出。");
            }
            return asked;
        }
        var own = theirs(who);
        if (own.isEmpty() || (asked != null && !own.contains(asked))) {
            throw new ChatRefusal("NOT_YOURS", "请重新打开页面。");
        }
        return asked == null ? own.getFirst() : asked;
    }

    /** A number that another one's entry carries already is nobody's answer. */
    private static PostAnswer answer(ChatPrincipal who, Posting posting, Entry entry) {
        var author = who.side() == ChatSide.CUSTOMER ? Author.CUSTOMER : Author.AGENT;
        return entry.author() == author && who.id().equals(entry.authorId())
                ? new PostAnswer.Accepted(entry.conversation(), entry.seq(), entry.at())
                : new PostAnswer.Refused("CID", "The number %s is used already.".formatted(posting.cid()));
    }

    private static PostAnswer refused(Throwable failure) {
        return switch (failure) {
            case Crowded crowded -> new PostAnswer.Busy(crowded.after());
            case ChatRefusal refusal -> new PostAnswer.Refused(refusal.code(), refusal.text());
            case Refusal refusal -> new PostAnswer.Refused(refusal.code(), refusal.detail());
            case RuntimeException outage -> throw outage;
            default -> throw new CompletionException(failure);
        };
    }

    @Override
    public CompletionStage<List<ChatItem>> items(ChatPrincipal who, UUID conversation, long after, int max) {
        return ask(() -> {
            requireReads(who, conversation);
            return conversations.entries(conversation, after, max).stream().map(entry -> item(entry, who.side()))
                    .toList();
        });
    }

    @Override
    public CompletionStage<ConversationHead> read(ChatPrincipal who, UUID conversation, long seq) {
        return ask(() -> {
            boolean agent = who.side() == ChatSide.AGENT;
            if (agent ? desk.has(who.id(), conversation) : theirs(who).contains(conversation)) {
                conversations.read(conversation, agent ? Reader.AGENT : Reader.CUSTOMER, seq);
            } else {
                requireReads(who, conversation);
            }
            return heads(conversations.all(List.of(conversation))).getFirst();
        });
    }

    @Override
    public void typing(ChatPrincipal who, UUID conversation) {
        var _ = ask(() -> {
            boolean agent = who.side() == ChatSide.AGENT;
            if (agent ? desk.mayWrite(who.id(), conversation) : theirs(who).contains(conversation)) {
                conversations.typing(conversation, agent ? Reader.AGENT : Reader.CUSTOMER, who.name());
            }
            return true;
        });
    }

    @Override
    public AutoCloseable listen(ChatPrincipal who, ChatListener listener) {
        var room = new RoomListener(this, conversations, desk, who, listener, threads);
        if (who.session() == null) {
            return room;
        }
        agents.add(room);
        return () -> {
            agents.remove(room);
            room.close();
        };
    }

    /** An agent reads what they have or were asked into, a lead what they reach; a customer their own. */
    private void requireReads(ChatPrincipal who, UUID conversation) {
        boolean may = who.side() == ChatSide.CUSTOMER
                ? theirs(who).contains(conversation)
                : people.now(who.id()).map(person -> Acting.as(person, () -> desk.mayRead(conversation))).orElse(false);
        if (!may) {
            throw new ChatRefusal("NOT_YOURS", "There is no conversation %s of yours.".formatted(conversation));
        }
    }

    /** An entry as that side is given it: what is not for customers is an empty event to them, so that numbers have no gap. */
    static ChatItem item(Entry entry, ChatSide side) {
        boolean hidden = side == ChatSide.CUSTOMER && !entry.kind().forCustomers();
        return new ChatItem(entry.conversation(), entry.seq(),
                hidden ? io.waypost.chat.ChatAuthor.SYSTEM : io.waypost.chat.ChatAuthor.valueOf(entry.author().name()),
                hidden ? "" : entry.authorName(), hidden ? ItemKind.EVENT : ItemKind.valueOf(entry.kind().name()),
                hidden ? "" : entry.text(), hidden ? null : entry.file(), hidden ? null : entry.cid(), entry.at());
    }

    /** Runs it as the platform, on a thread that may wait. */
    <R> CompletableFuture<R> ask(Supplier<R> work) {
        return CompletableFuture.supplyAsync(() -> {
            turns.acquireUninterruptibly();
            try {
                return Acting.as(CHAT, work::get);
            } finally {
                turns.release();
            }
        }, threads);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
