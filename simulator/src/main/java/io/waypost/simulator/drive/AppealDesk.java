package io.waypost.simulator.drive;

import io.waypost.client.Appeal;
import io.waypost.client.WaypostClient;
import io.waypost.simulator.chance.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays those who work on appeals: takes them up and drafts the replies. Somebody else checks a reply before it leaves, and that is
 * for people. Not safe for threads.
 */
final class AppealDesk {

    private static final long LUCK = 903;
    private static final List<String> REPLIES = List.of("经查，该件因中转积压晚到，我公司已致歉并按标准补偿，用户认可。",
            "经查，派件员未联系收件人即签收，我公司有责，已补送并致歉。", "经查，该件已按约定时限妥投，轨迹与底单附后。");

    private final WaypostClient client;
    private final long seed;
    private final Set<String> done = new HashSet<>();

    AppealDesk(WaypostClient client, long seed) {
        this.client = client;
        this.seed = seed;
    }

    void work(Instant now) {
        for (Appeal appeal : client.appeals().items()) {
            Dice dice = Dice.of(seed, LUCK, appeal.id().hashCode(), appeal.state().hashCode());
            Instant at = appeal.receivedAt().plus(Duration.ofMinutes(dice.whole(30, 300)));
            if (at.isAfter(now) || !done.add(appeal.id() + appeal.version())) {
                continue;
            }
            switch (appeal.state()) {
                case "RECEIVED", "ASSIGNED" -> step(appeal, "investigate", Map.of("version", appeal.version()));
                case "INVESTIGATING" -> step(appeal, "reply", Map.of("liability",
                        dice.pick(List.of("LIABLE", "LIABLE", "NOT_LIABLE")), "text", dice.pick(REPLIES),
                        "attachmentIds", List.of(), "version", appeal.version()));
                default -> {
                    // Waits for evidence, for the second person, or for the authority.
                }
            }
        }
    }

    private void step(Appeal appeal, String name, Map<String, Object> fields) {
        CareDesk.attempt(() -> client.stepAppeal(appeal.id(), name, fields));
    }
}
