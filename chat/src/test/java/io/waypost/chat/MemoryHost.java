package io.waypost.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A host in memory. Tokens are {@code SIDE/number/seconds}: who it is, and until when from the epoch. A customer has one conversation; every
 * agent has all of them.
 */
public final class MemoryHost implements ChatHost {

    /** Runs something after so many milliseconds. */
    public interface Later {
        void in(long milliseconds, Runnable task);
    }

    private final Later later;
    private final Map<UUID, Talk> talks = new LinkedHashMap<>();
    private final Map<UUID, UUID> ofCustomers = new HashMap<>();
    private final Map<String, PostAnswer.Accepted> answers = new HashMap<>();
    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();
    private volatile HostFaults faults;
    private int conversations;

    private static final class Talk {
        final UUID id;
        final UUID customer;
        final List<ChatItem> items = new ArrayList<>();
        long readByCustomer;
        long readByAgent;
        long version = 1;
        String state = "WAITING";

        Talk(UUID id, UUID customer) {
            this.id = id;
            this.customer = customer;
        }

        ConversationHead head() {
            return new ConversationHead(id, items.size(), readByCustomer, readByAgent, state, version, "A talk");
        }
    }

    private record Listening(ChatPrincipal who, ChatListener listener) {}

    public MemoryHost(Later later, HostFaults faults) {
        this.later = later;
        this.faults = faults;
    }

    public void faults(HostFaults now) {
        faults = now;
    }

    public static String token(ChatSide side, int number, long untilSecond) {
        return side + "/" + number + "/" + untilSecond;
    }

    /** The entries of a conversation as they are committed. */
    public synchronized List<ChatItem> committed(UUID conversation) {
        return List.copyOf(talk(conversation).items);
    }

    public synchronized List<UUID> conversations() {
        return List.copyOf(talks.keySet());
    }

    /** How many answers have been given, with what hangs on them. */
    public int given() {
        return given.get();
    }

    public int listeners() {
        return listening.size();
    }

    /** Tells everybody's connections to go. */
    public void end(String code) {
        listening.forEach(one -> one.listener().ended(code));
    }

    @Override
    public CompletionStage<SignIn> signIn(String token, String device) {
        return answered(() -> {
            var parts = token.split("/", -1);
            if (parts.length != 3) {
                return new SignIn.Refused("TOKEN_UNKNOWN", "The token is not known.");
            }
            var side = ChatSide.valueOf(parts[0]);
            var id = new UUID(side == ChatSide.CUSTOMER ? 1 : 2, Long.parseLong(parts[1]));
            return new SignIn.Granted(new ChatPrincipal(side, id, side + " " + parts[1],
                    Instant.ofEpochSecond(Long.parseLong(parts[2]))));
        });
    }

    @Override
    public CompletionStage<List<ConversationHead>> heads(ChatPrincipal who) {
        return answered(() -> talks.values().stream().filter(talk -> isOf(who, talk)).map(Talk::head).toList());
    }

    @Override
    public CompletionStage<PostAnswer> post(ChatPrincipal who, Posting posting) {
        if (faults.happens(faults.busy())) {
            return answered(() -> new PostAnswer.Busy(Duration.ofMillis(200)));
        }
        return answered(() -> commit(who, posting));
    }

    private PostAnswer commit(ChatPrincipal who, Posting posting) {
        var key = who.id() + "/" + posting.cid();
        var before = answers.get(key);
        if (before != null) {
            return before;
        }
        var asked = posting.conversation();
        var talk = asked != null ? talks.get(asked) : who.side() == ChatSide.CUSTOMER ? ofCustomer(who.id()) : null;
        if (talk == null || !isOf(who, talk)) {
            return new PostAnswer.Refused("CONVERSATION_UNKNOWN", "There is no such conversation.");
        }
        var author = who.side() == ChatSide.CUSTOMER ? ChatAuthor.CUSTOMER : ChatAuthor.AGENT;
        var item = new ChatItem(talk.id, talk.items.size() + 1, author, who.name(), posting.kind(), posting.text(),
                posting.file(),
                posting.cid(), Instant.EPOCH);
        talk.items.add(item);
        var answer = new PostAnswer.Accepted(talk.id, item.seq(), item.at());
        answers.put(key, answer);
        hint(talk, listener -> listener.grown(talk.id, List.of(item)));
        return answer;
    }

    private Talk ofCustomer(UUID customer) {
        var id = ofCustomers.computeIfAbsent(customer, _ -> new UUID(7, ++conversations));
        return talks.computeIfAbsent(id, _ -> new Talk(id, customer));
    }

    @Override
    public CompletionStage<List<ChatItem>> items(ChatPrincipal who, UUID conversation, long after, int max) {
        return answered(() -> {
            var items = theirs(who, conversation).items;
            var from = (int) Math.min(after, items.size());
            return List.copyOf(items.subList(from, Math.min(items.size(), from + max)));
        });
    }

    @Override
    public CompletionStage<ConversationHead> read(ChatPrincipal who, UUID conversation, long seq) {
        return answered(() -> {
            var talk = theirs(who, conversation);
            var upTo = Math.min(seq, talk.items.size());
            if (who.side() == ChatSide.CUSTOMER) {
                talk.readByCustomer = Math.max(talk.readByCustomer, upTo);
            } else {
                talk.readByAgent = Math.max(talk.readByAgent, upTo);
            }
            var head = talk.head();
            hint(talk, listener -> listener.head(head));
            return head;
        });
    }

    /** The platform itself says something in a conversation. */
    public synchronized void say(UUID conversation, String text) {
        var talk = talk(conversation);
        var item = new ChatItem(conversation, talk.items.size() + 1, ChatAuthor.SYSTEM, "", ItemKind.EVENT, text, null,
                null, Instant.EPOCH);
        talk.items.add(item);
        hint(talk, listener -> listener.grown(conversation, List.of(item)));
    }

    /** Changes the state of a conversation. */
    public synchronized void state(UUID conversation, String state) {
        var talk = talk(conversation);
        talk.state = state;
        talk.version++;
        var head = talk.head();
        hint(talk, listener -> listener.head(head));
    }

    @Override
    public synchronized void typing(ChatPrincipal who, UUID conversation) {
        var talk = talks.get(conversation);
        if (talk != null && isOf(who, talk)) {
            listening.stream()
                    .filter(one -> isOf(one.who(), talk) && !one.who().id().equals(who.id()))
                    .forEach(one -> one.listener().typing(conversation, who.side(), who.name()));
        }
    }

    @Override
    public AutoCloseable listen(ChatPrincipal who, ChatListener listener) {
        var one = new Listening(who, listener);
        listening.add(one);
        return () -> listening.remove(one);
    }

    private Talk talk(UUID conversation) {
        return Objects.requireNonNull(talks.get(conversation));
    }

    private Talk theirs(ChatPrincipal who, UUID conversation) {
        var talk = talks.get(conversation);
        if (talk == null || !isOf(who, talk)) {
            throw new ChatRefusal("CONVERSATION_UNKNOWN", "There is no such conversation.");
        }
        return talk;
    }

    private static boolean isOf(ChatPrincipal who, Talk talk) {
        return who.side() == ChatSide.AGENT || talk.customer.equals(who.id());
    }

    private void hint(Talk talk, Consumer<ChatListener> hint) {
        for (var one : listening) {
            if (isOf(one.who(), talk) && !faults.happens(faults.lost())) {
                later.in(faults.delay(), () -> hint.accept(one.listener()));
                if (faults.happens(faults.doubled())) {
                    later.in(faults.delay(), () -> hint.accept(one.listener()));
                }
            }
        }
    }

    /** Happens after a delay, and is told after another one. */
    private <T> CompletionStage<T> answered(Supplier<? extends T> question) {
        var answer = new CompletableFuture<T>();
        boolean failsBefore = faults.happens(faults.failed());
        boolean failsAfter = faults.happens(faults.failed());
        later.in(faults.delay(), () -> {
            try {
                if (failsBefore) {
                    throw new IllegalStateException("The host is away.");
                }
                T value;
                synchronized (this) {
                    value = question.get();
                }
                later.in(faults.delay(), () -> {
                    if (failsAfter) {
                        answer.completeExceptionally(new IllegalStateException("The host went away."));
                    } else {
                        answer.complete(value);
                    }
                    given.incrementAndGet();
                });
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }
}
