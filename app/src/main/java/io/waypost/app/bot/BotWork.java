package io.waypost.app.bot;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Answers customers on this node, some at once. What was written here is answered at once; what another node was to answer and has not, after
 * some seconds by whoever looks first.
 */
@Component
class BotWork {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofMinutes(30);
    private static final int FAILURES = 2;
    private static final Logger LOG = LoggerFactory.getLogger(BotWork.class);

    private final BotAnswering answering;
    private final Clock wall;
    /** What is being answered; true where the customer wrote meanwhile. */
    private final Map<UUID, Boolean> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().name("bot-", 0).daemon().factory());

    BotWork(BotAnswering answering, BotSignal signal, @Qualifier("wallClock") Clock wall) {
        this.answering = answering;
        this.wall = wall;
        signal.hear(this::answer);
    }

    private void answer(UUID conversation) {
        try {
            threads.execute(() -> run(conversation));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("A customer is answered after the next start", stopping);
        }
    }

    private void run(UUID conversation) {
        if (running.merge(conversation, false, (_, _) -> true)) {
            return;
        }
        boolean over = false;
        try {
            while (!over) {
                running.put(conversation, false);
                answerAll(conversation);
                over = running.remove(conversation, false);
            }
        } finally {
            if (!over) {
                running.remove(conversation);
            }
        }
    }

    private void answerAll(UUID conversation) {
        int failures = 0;
        boolean more = true;
        while (more) {
            try {
                more = answering.answerOne(conversation);
            } catch (RuntimeException defect) {
                // What locks and lines do to each other passes; what fails twice is ours.
                if (++failures == FAILURES) {
                    LOG.error("The bot could not answer in {}; a person is called", conversation, defect);
                    handOver(conversation);
                    return;
                }
            }
        }
    }

    /** Whatever failed, the customer is not left alone. */
    private void handOver(UUID conversation) {
        try {
            answering.fail(conversation);
        } catch (RuntimeException defect) {
            LOG.error("No person could be called either; it is tried again", defect);
        }
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void lookForForgotten() {
        answering.waiting(wall.instant().minus(ELSEWHERE)).forEach(this::answer);
    }

    @Scheduled(fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void endQuiet() {
        answering.endQuiet(wall.instant().minus(QUIET));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
