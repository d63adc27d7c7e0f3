package io.waypost.chat.edge;

import io.waypost.chat.ChatHost;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.PostAnswer;
import io.waypost.chat.Posting;
import io.waypost.chat.frame.ClientFrame.Pull;
import io.waypost.chat.frame.ClientFrame.Read;
import io.waypost.chat.frame.FrameWriter;
import io.waypost.chat.frame.ServerFrame;
import io.waypost.chat.frame.ServerFrame.Ack;
import io.waypost.chat.frame.ServerFrame.Busy;
import io.waypost.chat.frame.ServerFrame.Head;
import io.waypost.chat.frame.ServerFrame.Refused;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts questions to the host and its answers into frames. What it answers never fails: an outage is a frame too. */
final class Answers {

    /** After so long a client asks again what the host did not answer. */
    private static final Duration OUTAGE = Duration.ofSeconds(3);

    private final ChatHost host;
    private final Counters counters;
    private final Outages outages;

    Answers(ChatHost host, Counters counters, Outages outages) {
        this.host = host;
        this.counters = counters;
        this.outages = outages;
    }

    CompletionStage<byte[]> post(ChatPrincipal who, Posting posting) {
        return asked(() -> host.post(who, posting)).handle((answer, failure) -> {
            if (answer == null) {
                return failed("post", posting.cid(), posting.conversation(), failure);
            }
            return FrameWriter.write(frame(posting, answer));
        });
    }

    private ServerFrame frame(Posting posting, PostAnswer answer) {
        return switch (answer) {
            case PostAnswer.Accepted accepted -> {
                counters.taken.increment();
                yield new Ack(posting.cid(), accepted.conversation(), accepted.seq(), accepted.at());
            }
            case PostAnswer.Refused refused ->
                new Refused(posting.cid(), posting.conversation(), refused.code(), refused.text());
            case PostAnswer.Busy busy -> {
                counters.busy.increment();
                yield new Busy(posting.cid(), posting.conversation(), busy.after());
            }
        };
    }

    CompletionStage<byte[]> pull(ChatPrincipal who, Pull pull) {
        var conversation = pull.conversation();
        return asked(() -> host.items(who, conversation, pull.after(), pull.max()))
                .handle((items, failure) -> items == null
                        ? failed("items", null, conversation, failure)
                        : FrameWriter.answer(conversation, items, pull.max()));
    }

    CompletionStage<byte[]> read(ChatPrincipal who, Read read) {
        return asked(() -> host.read(who, read.conversation(), read.seq())).handle((head, failure) -> head == null
                ? failed("read", null, read.conversation(), failure)
                : FrameWriter.write(new Head(head)));
    }

    /** Asks; what is thrown at once is an answer that failed. */
    static <T> CompletionStage<T> asked(Supplier<CompletionStage<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private byte[] failed(
            String question, @Nullable String cid, @Nullable UUID conversation, @Nullable Throwable failure) {
        var cause = failure == null ? new IllegalStateException("The host answered null.") : failure;
        var refusal = Outages.refusal(cause);
        if (refusal != null) {
            return FrameWriter.write(new Refused(cid, conversation, refusal.code(), refusal.text()));
        }
        outages.happened(question, cause);
        counters.busy.increment();
        return FrameWriter.write(new Busy(cid, conversation, OUTAGE));
    }
}
