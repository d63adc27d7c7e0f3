package io.waypost.app.desk;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.Admission;
import io.waypost.core.routing.FirstWords;
import io.waypost.core.routing.Need;
import io.waypost.core.routing.RoutingPolicy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Shows what a policy would make of a sentence (试一句话): matter, language and needs, each with why, and how many agents have them. */
@Component
class SentenceTry {

    private static final int MOST_SEATS = 5_000;

    private final Policies policies;
    private final DeskSeatStore seats;
    private final DeskWork work;
    private final Clock wall;

    SentenceTry(Policies policies, DeskSeatStore seats, DeskWork work, @Qualifier("wallClock") Clock wall) {
        this.policies = policies;
        this.seats = seats;
        this.work = work;
        this.wall = wall;
    }

    /**
     * What it would be.
     *
     * @param word by which the matter was found; null where none was
     * @param letters that count for the language
     * @param share of a hundred of them that are of the language's writing
     */
    record SentenceView(int version, String matter, String matterZh, String matterEn, @Nullable String word,
            @Nullable String language, int letters, int share, List<SentenceNeed> needs) {}

    /**
     * What it would need.
     *
     * @param instead the skill that does too where nobody has the other one; null for none
     * @param agents how many have it at the wanted level
     * @param atLeast how many may ever take it, by this need alone
     */
    record SentenceNeed(String skill, int wanted, int least, @Nullable String instead, int agents, int atLeast) {}

    /** By what is in force. */
    SentenceView say(String text) {
        return say(policies.inForce(), text);
    }

    SentenceView say(int version, PolicyBody body, String text) {
        return say(policies.of(version, body), text);
    }

    private SentenceView say(RoutingPolicy policy, String text) {
        var found = new FirstWords(policy).in(text);
        var matter = policy.matter(found.matter());
        var facts = new Admission.Facts(new UUID(0, 0), ContactChannel.CHAT, found.matter(), found.language(), null, 0,
                1, "/", wall.instant(), null, null);
        var people = work.whole(() -> seats.all(MOST_SEATS));
        var needs = new Admission(policy).admit(facts).waiting().needs().stream()
                .map(need -> new SentenceNeed(need.skill(), need.wanted(), need.least(), need.instead(),
                        (int) people.stream().filter(seat -> level(seat, need.skill()) >= need.wanted()).count(),
                        (int) people.stream().filter(seat -> ever(seat, need)).count()))
                .toList();
        return new SentenceView(policy.version(), found.matter(), matter.nameZh(), matter.nameEn(), found.word(),
                found.language(), found.letters(), found.share(), needs);
    }

    private static boolean ever(KeptSeat seat, Need need) {
        var other = need.instead();
        return level(seat, need.skill()) >= need.least() || (other != null && level(seat, other) >= need.least());
    }

    private static int level(KeptSeat seat, String skill) {
        return seat.skills().getOrDefault(skill, 0);
    }
}
