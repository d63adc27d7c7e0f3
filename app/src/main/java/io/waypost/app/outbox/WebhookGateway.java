package io.waypost.app.outbox;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.outbox.PinnedCall.Answer;
import io.waypost.app.outbox.PinnedCall.Forbidden;
import io.waypost.app.outbox.PinnedCall.NotReached;
import io.waypost.app.outbox.WebhookEndpoints.Endpoint;
import io.waypost.core.outbox.Channel;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls partners' endpoints as Standard Webhooks has it. Any answer of the 200s means that it arrived; 410 that the partner wants no
 * more; everything else is tried again. The id is the message's own, the same at every try.
 */
final class WebhookGateway implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookGateway.class);

    private static final Actor PLATFORM = new Actor.Internal("outbox");

    private final Supplier<Optional<WebhookEndpoints>> endpoints;
    private final PinnedCall call;
    private final Clock wall;

    WebhookGateway(Supplier<Optional<WebhookEndpoints>> endpoints, PinnedCall call, Clock wall) {
        this.endpoints = endpoints;
        this.call = call;
        this.wall = wall;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public List<Result> submit(List<Letter> letters) {
        var results = new ArrayList<Result>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = letters.stream().map(letter -> threads.submit(() -> Acting.as(PLATFORM, () -> one(letter))))
                    .toList();
            futures.forEach(future -> results.add(get(future)));
        }
        return results;
    }

    private static Result get(Future<Result> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            LOG.error("A partner could not be called", failure.getCause());
            return new Unknown("GATEWAY_FAILED");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Unknown("INTERRUPTED");
        }
    }

    private Result one(Letter letter) {
        var owner = endpoints.get();
        var endpoint = owner.flatMap(known -> known.find(letter.to()));
        if (owner.isEmpty() || endpoint.isEmpty()) {
            return new Rejected("NO_ENDPOINT");
        }
        try {
            return result(send(endpoint.get(), letter), owner.get(), letter.to());
        } catch (Forbidden forbidden) {
            return new Rejected(forbidden.code());
        } catch (NotReached unreached) {
            return new Retryable(String.valueOf(unreached.getMessage()), Duration.ZERO);
        } catch (SocketTimeoutException slow) {
            return new Unknown("TIMEOUT");
        } catch (IOException broken) {
            return new Unknown("CONNECTION_LOST");
        }
    }

    private Answer send(Endpoint endpoint, Letter letter) throws Forbidden, NotReached, IOException {
        var at = wall.instant();
        var id = letter.id().toString();
        var body = letter.body().text();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        headers.put("webhook-signature", WebhookSigner.signatures(endpoint.secrets(), id, at, body));
        return call.post(endpoint.address(), headers, body);
    }

    private static Result result(Answer answer, WebhookEndpoints owner, String endpoint) {
        var code = "HTTP_" + answer.status();
        if (answer.status() / 100 == 2) {
            return new Arrived(code);
        }
        if (answer.status() == 410) {
            owner.disable(endpoint, "GONE");
            return new Rejected("GONE");
        }
        var after = answer.headers().getOrDefault("retry-after", "");
        return new Retryable(code,
                after.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(after)) : Duration.ZERO);
    }
}
