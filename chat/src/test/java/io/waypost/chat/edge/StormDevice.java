package io.waypost.chat.edge;

import io.waypost.chat.ChatItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * A device in a storm. It keeps to the rules of ADR 34 as {@link Device} does, over real connections of all kinds, and is rude besides: it says
 * things twice, asks for what it has, and forgets the end of what it showed. It waits for less long than it is told, so that a storm is short.
 */
final class StormDevice implements Carrier.Passenger {

    private static final long LONGEST_WAIT = 40;
    private static final int PAGE = 5;

    private final Storm storm;
    final StormPerson person;
    private final String name;
    private final Random random;
    private final Carrier.Kind usual;
    private final Map<String, List<String>> shown = new HashMap<>();
    /** All that was ever told, by conversation and place. */
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, Long> known = new HashMap<>();
    private final Set<String> pulling = new HashSet<>();
    private final ArrayDeque<Said> outbox = new ArrayDeque<>();
    private final List<Said> said = new ArrayList<>();
    private final Map<String, String> acknowledged = new HashMap<>();
    final AtomicInteger lines = new AtomicInteger();
    private @Nullable Carrier carrier;
    private boolean isReady;
    private boolean isOver;

    private record Said(String cid, @Nullable String conversation) {

        /** What is said is its own number, so that it is known wherever it comes up. */
        String frame() {
            return "{\"t\":\"post\",\"cid\":\"" + cid + "\","
                    + (conversation == null ? "" : "\"conv\":\"" + conversation + "\",")
                    + "\"kind\":\"TEXT\",\"text\":\"" + cid + "\"}";
        }
    }

    StormDevice(Storm storm, StormPerson person, String name, Random random) {
        this.storm = storm;
        this.person = person;
        this.name = name;
        this.random = random;
        usual = kind();
    }

    private Carrier.Kind kind() {
        int what = random.nextInt(10);
        return what < 6 ? Carrier.Kind.SOCKET : what < 8 ? Carrier.Kind.STREAM : Carrier.Kind.POLL;
    }

    synchronized void connect() {
        if (isOver) {
            return;
        }
        isReady = false;
        pulling.clear();
        lines.incrementAndGet();
        var fresh = Carrier.of(random.nextInt(4) == 0 ? kind() : usual, this, storm.port(random), person.token(), name);
        carrier = fresh;
        fresh.start();
    }

    @Override
    public synchronized void gone(Carrier from) {
        if (from.equals(carrier)) {
            carrier = null;
            isReady = false;
            storm.later(random.nextInt(30), this::connect);
        }
    }

    @Override
    public void broken(Throwable failure) {
        storm.broken(failure);
    }

    /** Says something to the customer's conversation, or as an agent to the conversation given. */
    synchronized void say(@Nullable String conversation) {
        var next = new Said(new UUID(random.nextLong(), random.nextLong()).toString(), conversation);
        said.add(next);
        outbox.add(next);
        if (outbox.size() == 1) {
            post();
        }
    }

    private void post() {
        var next = outbox.peek();
        if (next != null) {
            send(next.frame());
            if (random.nextInt(6) == 0) {
                send(next.frame());
            }
        }
    }

    /** Says something again that was acknowledged long ago. */
    synchronized void repeat() {
        if (!said.isEmpty()) {
            var again = said.get(random.nextInt(said.size()));
            if (acknowledged.containsKey(again.cid())) {
                send(again.frame());
            }
        }
    }

    /** Asks for entries from some place on that it has already, or has forgotten since. */
    synchronized void resume(boolean forgets) {
        shown.forEach((conversation, items) -> {
            int from = random.nextInt(items.size() + 1);
            if (forgets) {
                items.subList(from, items.size()).clear();
            }
            pull(conversation, from);
        });
    }

    synchronized void cut() {
        var now = carrier;
        if (now != null) {
            now.cut(random.nextBoolean());
        }
    }

    synchronized void cutInMidFrame() {
        var now = carrier;
        var next = outbox.peek();
        if (now != null && isReady) {
            now.sayPart(next == null ? "{\"t\":\"ping\"}" : next.frame(), random);
        }
    }

    private void send(String frame) {
        var now = carrier;
        if (now != null && isReady) {
            now.say(frame);
        }
    }

    @Override
    public synchronized void ready(Carrier from) {
        if (from.equals(carrier)) {
            isReady = true;
            post();
            known.keySet().forEach(this::pullIfBehind);
        }
    }

    @Override
    public synchronized void frame(Carrier from, Json frame) {
        if (!from.equals(carrier)) {
            return;
        }
        switch (frame.text("t")) {
            case "welcome" -> {
                frame.list("heads").forEach(this::head);
                if (!isReady) {
                    ready(from);
                }
            }
            case "head" -> head(frame);
            case "items" -> items(frame);
            case "ack" -> ack(frame);
            case "busy" -> {
                pulling.clear();
                storm.later(Math.min(LONGEST_WAIT, frame.number("after")), () -> again(from));
            }
            case "bye" -> from.cut(false);
            case "typing", "pong" -> {
            }
            default -> throw new AssertionError(name + " was told " + frame);
        }
    }

    private synchronized void again(Carrier from) {
        if (from.equals(carrier) && isReady) {
            post();
            known.keySet().forEach(this::pullIfBehind);
        }
    }

    private void head(Json head) {
        var conversation = head.text("conv");
        known.merge(conversation, head.number("last"), Math::max);
        pullIfBehind(conversation);
    }

    private void items(Json frame) {
        var conversation = frame.text("conv");
        var items = shown.computeIfAbsent(conversation, _ -> new ArrayList<>());
        for (var item : frame.list("items")) {
            long seq = item.number("seq");
            var before = told.put(conversation + "/" + seq, item.text("text"));
            Assertions.assertThat(before).as("an entry does not change").isIn(null, item.text("text"));
            known.merge(conversation, seq, Math::max);
            if (seq == items.size() + 1) {
                items.add(item.text("text"));
            }
        }
        if (frame.has("last")) {
            pulling.remove(conversation);
        }
        pullIfBehind(conversation);
    }

    private void pullIfBehind(String conversation) {
        int have = shown.getOrDefault(conversation, List.of()).size();
        if (isReady && have < known.getOrDefault(conversation, 0L) && pulling.add(conversation)) {
            pull(conversation, have);
        }
    }

    private void pull(String conversation, int after) {
        send("{\"t\":\"pull\",\"conv\":\"" + conversation + "\",\"after\":" + after + ",\"max\":" + PAGE + "}");
    }

    private void ack(Json ack) {
        var where = ack.text("conv") + "/" + ack.number("seq");
        var before = acknowledged.put(ack.text("cid"), where);
        Assertions.assertThat(before).as("the same answer for the same number").isIn(null, where);
        known.merge(ack.text("conv"), ack.number("seq"), Math::max);
        pullIfBehind(ack.text("conv"));
        var next = outbox.peek();
        if (next != null && next.cid().equals(ack.text("cid"))) {
            outbox.remove();
            post();
        }
    }

    /** From now on it stays away. */
    synchronized void over() {
        isOver = true;
        cut();
    }

    /** Whether it has got rid of all it said. */
    synchronized boolean hasSaidAll() {
        return outbox.isEmpty();
    }

    /** Whether it shows as much as there is. */
    synchronized boolean shows(Map<UUID, List<ChatItem>> committed) {
        return committed.entrySet().stream().allMatch(talk -> shown
                .getOrDefault(talk.getKey().toString(), List.of()).size() >= talk.getValue().size());
    }

    synchronized List<String> said() {
        return said.stream().map(Said::cid).toList();
    }

    /** It shows what is committed, once and in order, and never showed anything else; what it was told is committed is, there and once. */
    synchronized void check(Map<UUID, List<ChatItem>> committed) {
        Assertions.assertThat(outbox).as(name + " got rid of all it said").isEmpty();
        Assertions.assertThat(acknowledged.keySet()).as(name + " was told of all it said")
                .containsExactlyInAnyOrderElementsOf(said());
        var places = new HashMap<String, String>();
        committed.forEach((conversation, items) -> {
            var texts = items.stream().map(ChatItem::text).toList();
            Assertions.assertThat(shown.getOrDefault(conversation.toString(), List.of()))
                    .as("%s by %s, %s, shows %s", name, carrier, isReady ? "ready" : "not ready", conversation)
                    .isEqualTo(texts);
            items.forEach(item -> places.put(conversation + "/" + item.seq(), item.text()));
            var mine = said.stream()
                    .filter(one -> one.conversation() == null || one.conversation().equals(conversation.toString()))
                    .map(Said::cid).toList();
            Assertions.assertThat(texts.stream().filter(mine::contains))
                    .as("in the order in which " + name + " said it")
                    .containsExactlyElementsOf(mine);
        });
        Assertions.assertThat(places).as(name + " was told nothing that is not so").containsAllEntriesOf(told);
        acknowledged.forEach((cid, where) -> Assertions.assertThat(places.get(where))
                .as(name + " was told that it is at " + where).isEqualTo(cid));
    }
}
