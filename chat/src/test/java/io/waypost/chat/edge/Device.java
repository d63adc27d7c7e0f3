package io.waypost.chat.edge;

import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatSide;
import io.waypost.chat.MemoryHost;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** A device that keeps to the rules of ADR 34: one posting at a time under one number, entries by their place, a pull where a gap is. */
final class Device {

    private final World world;
    private final ChatSide side;
    private final int person;
    private final String name;
    private final Map<String, List<String>> shown = new HashMap<>();
    private final Map<String, Long> known = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Set<String> pulling = new HashSet<>();
    private final ArrayDeque<Said> outbox = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final Map<String, String> acknowledged = new HashMap<>();
    Node.@Nullable Link link;
    boolean isWelcome;
    private int retries;

    private record Said(String cid, @Nullable String conversation) {}

    Device(World world, ChatSide side, int person, String name) {
        this.world = world;
        this.side = side;
        this.person = person;
        this.name = name;
        world.in(world.random.nextInt(500), this::connect);
    }

    private void connect() {
        isWelcome = false;
        pulling.clear();
        var fresh = world.nodes.get(world.random.nextInt(world.nodes.size())).link(this);
        link = fresh;
        fresh.send("{\"t\":\"hello\",\"v\":1,\"token\":\"" + MemoryHost.token(side, person, 1_000_000) + "\",\"dev\":\""
                + name + "\"}");
    }

    void broken(Node.Link which) {
        if (which.equals(link)) {
            link = null;
            world.in(world.random.nextInt(1_000), this::connect);
        }
    }

    /** Says something to the customer's conversation, or as an agent to the conversation given. */
    void say(@Nullable String conversation) {
        var cid = new UUID(name.hashCode(), said.size()).toString();
        said.add(cid);
        outbox.add(new Said(cid, conversation));
        if (outbox.size() == 1) {
            post();
        }
    }

    void breakLink() {
        var now = link;
        if (now != null) {
            now.breakDown();
        }
    }

    private void post() {
        var next = outbox.peek();
        if (next == null || !isWelcome) {
            return;
        }
        var to = next.conversation() == null ? "" : "\"conv\":\"" + next.conversation() + "\",";
        send("{\"t\":\"post\",\"cid\":\"" + next.cid() + "\"," + to + "\"kind\":\"TEXT\",\"text\":\"" + next.cid()
                + "\"}");
    }

    private void send(String frame) {
        var now = link;
        if (now != null) {
            now.send(frame);
        }
    }

    void frame(Node.Link from, String json) {
        if (!from.equals(link)) {
            return;
        }
        var frame = Json.read(json);
        switch (frame.text("t")) {
            case "welcome" -> {
                isWelcome = true;
                frame.list("heads").forEach(this::head);
                post();
            }
            case "head" -> head(frame);
            case "items" -> items(frame);
            case "ack" -> ack(frame);
            case "busy" -> {
                pulling.clear();
                int before = ++retries;
                world.in(frame.number("after"), () -> {
                    if (before == retries && isWelcome) {
                        post();
                        known.keySet().forEach(this::pullIfBehind);
                    }
                });
            }
            case "refused" -> throw new AssertionError(name + " was refused: " + json);
            case "typing", "pong", "bye" -> {
            }
            default -> throw new AssertionError(json);
        }
    }

    private void head(Json head) {
        var conversation = head.text("conv");
        known.merge(conversation, head.number("last"), Math::max);
        versions.merge(conversation, head.number("version"), Math::max);
        pullIfBehind(conversation);
    }

    private void items(Json frame) {
        var conversation = frame.text("conv");
        var items = shown.computeIfAbsent(conversation, _ -> new ArrayList<>());
        for (var item : frame.list("items")) {
            long seq = item.number("seq");
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
        if (have < known.getOrDefault(conversation, 0L) && pulling.add(conversation)) {
            send("{\"t\":\"pull\",\"conv\":\"" + conversation + "\",\"after\":" + have + ",\"max\":5}");
        }
    }

    private void ack(Json ack) {
        var before = acknowledged.put(ack.text("cid"), ack.text("conv") + "/" + ack.number("seq"));
        Assertions.assertThat(before).isIn(null, ack.text("conv") + "/" + ack.number("seq"));
        var next = outbox.peek();
        if (next != null && next.cid().equals(ack.text("cid"))) {
            outbox.remove();
            known.merge(ack.text("conv"), ack.number("seq"), Math::max);
            pullIfBehind(ack.text("conv"));
            post();
        }
    }

    void check() {
        Assertions.assertThat(outbox).as(name + " got rid of all it said").isEmpty();
        Assertions.assertThat(acknowledged.keySet()).containsExactlyInAnyOrderElementsOf(said);
        var mine = new ArrayList<String>();
        for (var conversation : world.host.conversations()) {
            var items = world.host.committed(conversation);
            if (side == ChatSide.CUSTOMER && !isMine(items)) {
                continue;
            }
            var texts = items.stream().map(ChatItem::text).toList();
            Assertions.assertThat(shown.get(conversation.toString())).as(name + " shows " + conversation)
                    .isEqualTo(texts);
            items.stream().filter(item -> said.contains(item.text())).forEach(item -> {
                mine.add(item.text());
                Assertions.assertThat(acknowledged.get(item.text())).isEqualTo(conversation + "/" + item.seq());
            });
        }
        if (side == ChatSide.CUSTOMER) {
            Assertions.assertThat(mine).as("in the order in which " + name + " said it").isEqualTo(said);
        } else {
            Assertions.assertThat(mine).as("once").containsExactlyInAnyOrderElementsOf(said);
        }
    }

    private boolean isMine(List<ChatItem> items) {
        return items.getFirst().authorName().equals(side + " " + person);
    }
}
