package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.outbox.Gateway.Accepted;
import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.core.outbox.MessageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every gateway must do. To run a gateway against it, make a test class that extends this. */
abstract class GatewayContract {

    static final String TEXT = "【驿路】新工单T261121-00427-6：请于18:00前答复。\"引号\"\n换行";

    /** The gateway, ready to send. */
    abstract Gateway gateway();

    /** Whether the other side gets messages one after the other. */
    boolean keepsOrder() {
        return true;
    }

    private static List<String> said(List<Letter> letters) {
        return letters.stream().map(letter -> letter.to() + " " + letter.body().text()).toList();
    }

    /** What the other side has got, the oldest first. */
    abstract List<Letter> received() throws Exception;

    @Test
    void answersForEachMessageInOrder() throws Exception {
        var messages = messages(25);
        var results = gateway().submit(messages);
        assertThat(results).hasSize(25).allMatch(Accepted.class::isInstance);
        if (keepsOrder()) {
            assertThat(said(received())).containsExactlyElementsOf(said(messages));
        } else {
            assertThat(said(received())).containsExactlyInAnyOrderElementsOf(said(messages));
        }
    }

    @Test
    void noMessagesAreNoWork() throws Exception {
        assertThat(gateway().submit(List.of())).isEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void everyMessageHasAProvidersIdOfItsOwn() {
        assertThat(gateway().submit(messages(10))).extracting(result -> ((Accepted) result).providerId())
                .doesNotHaveDuplicates();
    }

    @Test
    void severalThreadsMaySendAtOnce() throws Exception {
        var gateway = gateway();
        var all = new ArrayList<Letter>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, 8).mapToObj(_ -> {
                var mine = messages(20);
                synchronized (all) {
                    all.addAll(mine);
                }
                return threads.submit(() -> gateway.submit(mine));
            }).toList();
            for (var future : futures) {
                assertThat(future.get()).hasSize(20);
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
        assertThat(said(received())).containsExactlyInAnyOrderElementsOf(said(all));
    }

    List<Letter> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> letter(recipient(i), TEXT + i)).toList();
    }

    /** A recipient that the channel knows. */
    String recipient(int number) {
        return "138%08d".formatted(number);
    }

    static Letter letter(String to, String text) {
        return new Letter(UUID.randomUUID(), to, MessageClass.SERVICE, new MessageBody(null, text, null, Map.of()),
                null);
    }
}
