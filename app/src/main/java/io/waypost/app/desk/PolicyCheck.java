package io.waypost.app.desk;

import io.waypost.app.desk.PolicyBody.PolicyRing;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.ContactMatter;
import io.waypost.core.routing.Need;
import io.waypost.core.routing.RoutingPolicy;
import io.waypost.core.routing.RoutingPolicy.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what somebody wrote against what a policy may be: every wrong field by its name, with its value and what would be right. */
final class PolicyCheck {

    private static final long LONGEST = Duration.ofDays(7).toSeconds();
    private static final int RINGS = 10;
    private static final int NAMED = 10;
    private static final int OVERFLOWS = 200;
    private static final int MATTERS = 60;
    private static final int WORDS = 80;
    private static final int WORD = 30;
    private static final int NAME = 30;
    private static final double HEAVIEST = 100;
    private static final String CODE = "[A-Z][A-Z_0-9]{1,39}";

    private final Network network;
    private final List<Refusal.Field> wrong = new ArrayList<>();

    private PolicyCheck(Network network) {
        this.network = network;
    }

    /**
     * Refuses what is no policy.
     *
     * @throws Refusal with every field that is not acceptable
     */
    static void require(PolicyBody body, Network network) {
        var check = new PolicyCheck(network);
        check.channels(body);
        check.rings("rings", body.rings(), null);
        check.overflows(body);
        check.times(body);
        check.weights(body.weights());
        check.matters(body);
        check.languages(body);
        if (!check.wrong.isEmpty()) {
            throw Refusal.invalid("This is no routing policy yet.", check.wrong);
        }
    }

    private void channels(PolicyBody body) {
        for (var channel : ContactChannel.values()) {
            var field = "channels." + channel;
            var terms = body.channels().get(channel);
            if (terms == null) {
                add(field, null, "MISSING", "Say what one contact takes and by when it should be answered.");
            } else {
                within(field + ".units", terms.units(), 1, RoutingPolicy.CAPACITY);
                within(field + ".targetSeconds", terms.targetSeconds(), 1, LONGEST);
            }
        }
    }

    /** @param own the unit whose rings they are; null for the general ones */
    private void rings(String field, List<PolicyRing> rings, @Nullable String own) {
        if (rings.isEmpty() || rings.size() > RINGS) {
            add(field, rings.size(), "NUMBER", "Between 1 and %d rings.".formatted(RINGS));
            return;
        }
        var widest = Reach.UNIT;
        for (int i = 0; i < rings.size(); i++) {
            var ring = rings.get(i);
            var place = "%s[%d]".formatted(field, i);
            within(place + ".lowered", ring.lowered(), 0, Need.HIGHEST);
            named(place, ring, own);
            widest = asWide(place, ring, widest);
            if (i > 0 && ring.lowered() >= 0 && ring.lowered() < rings.get(i - 1).lowered()) {
                add(place + ".lowered", ring.lowered(), "NARROWER",
                        "Not less than the %d of the ring before: who may take a contact still may later."
                                .formatted(rings.get(i - 1).lowered()));
            }
            if (i == 0 && ring.afterSeconds() != 0) {
                add(place + ".afterSeconds", ring.afterSeconds(), "FIRST", "The first ring counts at once: 0.");
            } else if (i > 0) {
                long before = rings.get(i - 1).afterSeconds();
                if (ring.afterSeconds() <= before || ring.afterSeconds() > LONGEST) {
                    add(place + ".afterSeconds", ring.afterSeconds(), "RISING",
                            "More than the %d s of the ring before, at most %d.".formatted(before, LONGEST));
                }
            }
        }
        // A unit without people, or a level that nobody there has, must not keep a contact for ever.
        var last = rings.getLast();
        if (last.reach() != Reach.EVERYWHERE) {
            add("%s[%d].reach".formatted(field, rings.size() - 1), last.reach(), "LAST_EVERYWHERE",
                    "The last ring reaches everywhere, so that nobody waits for people who are not there.");
        }
        if (last.lowered() >= 0 && last.lowered() < Need.HIGHEST) {
            add("%s[%d].lowered".formatted(field, rings.size() - 1), last.lowered(), "LAST_ALL_LEVELS",
                    "The last ring lets all levels go (%d); what nobody may do without is a matter's least level."
                            .formatted(Need.HIGHEST));
        }
    }

    /** How far it and those before it reach; one that names units keeps the reach of the one before. */
    private Reach asWide(String place, PolicyRing ring, Reach before) {
        if (ring.reach() == Reach.NAMED) {
            return before;
        }
        if (ring.reach().compareTo(before) < 0) {
            add(place + ".reach", ring.reach(), "NARROWER",
                    "As far as the ring before (%s) or farther: who may take a contact still may later."
                            .formatted(before));
            return before;
        }
        return ring.reach();
    }

    private void named(String place, PolicyRing ring, @Nullable String own) {
        var units = ring.named();
        if (ring.reach() != Reach.NAMED) {
            if (!units.isEmpty()) {
                add(place + ".units", units.size(), "NOT_NAMED", "Only a ring that reaches named units names some.");
            }
            return;
        }
        if (units.isEmpty() || units.size() > NAMED) {
            add(place + ".units", units.size(), "NUMBER_OF_UNITS", "Between 1 and %d units.".formatted(NAMED));
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < units.size(); i++) {
            var code = units.get(i);
            var field = "%s.units[%d]".formatted(place, i);
            if (network.unit(code).isEmpty()) {
                add(field, code, "UNKNOWN", "Name a unit by its code.");
            } else if (code.equals(own)) {
                add(field, code, "ITSELF", "A unit does not overflow to itself.");
            } else if (!seen.add(code)) {
                add(field, code, "TWICE", "Name each unit once.");
            }
        }
    }

    private void overflows(PolicyBody body) {
        if (body.overflows().size() > OVERFLOWS) {
            add("overflows", body.overflows().size(), "TOO_MANY", "At most %d units.".formatted(OVERFLOWS));
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < body.overflows().size(); i++) {
            var one = body.overflows().get(i);
            var field = "overflows[%d]".formatted(i);
            if (network.unit(one.unit()).isEmpty()) {
                add(field + ".unit", one.unit(), "UNKNOWN", "Name a unit by its code.");
            } else if (!seen.add(one.unit())) {
                add(field + ".unit", one.unit(), "TWICE", "Name each unit once.");
            }
            rings(field + ".rings", one.rings(), one.unit());
        }
    }

    private void times(PolicyBody body) {
        within("sticky.withinSeconds", body.sticky().withinSeconds(), 0, Duration.ofDays(90).toSeconds());
        within("sticky.waitsSeconds", body.sticky().waitsSeconds(), 0, Duration.ofHours(1).toSeconds());
        var starts = body.headStarts();
        within("headStarts.repeatSeconds", starts.repeatSeconds(), 0, LONGEST);
        within("headStarts.mostSeconds", starts.mostSeconds(), 0, LONGEST);
        within("headStarts.contractSeconds", starts.contractSeconds(), 0, LONGEST);
        if (body.thanks() != null) {
            within("thanks.withinSeconds", body.thanks().withinSeconds(), 0, Duration.ofHours(24).toSeconds());
        }
    }

    private void weights(PolicyBody.PolicyWeights weights) {
        weight("spare", weights.spare());
        weight("even", weights.even());
        weight("fit", weights.fit());
        weight("home", weights.home());
        weight("rare", weights.rare());
    }

    private void weight(String name, double value) {
        if (!(value >= 0 && value <= HEAVIEST)) {
            add("weights." + name, value, "OUT_OF_RANGE", "Between 0 and %.0f.".formatted(HEAVIEST));
        }
    }

    private void matters(PolicyBody body) {
        if (body.matters().size() > MATTERS) {
            add("matters", body.matters().size(), "TOO_MANY", "At most %d.".formatted(MATTERS));
        }
        var seen = new HashSet<>(List.of(ContactMatter.GENERAL.code()));
        for (int i = 0; i < body.matters().size(); i++) {
            var matter = body.matters().get(i);
            var field = "matters[%d]".formatted(i);
            code(field + ".code", matter.code(), seen);
            name(field + ".nameZh", matter.nameZh());
            name(field + ".nameEn", matter.nameEn());
            levels(field, matter.skill(), matter.wanted(), matter.least());
            words(field + ".words", matter.words());
        }
    }

    private void languages(PolicyBody body) {
        if (body.languages().size() > MATTERS) {
            add("languages", body.languages().size(), "TOO_MANY", "At most %d.".formatted(MATTERS));
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < body.languages().size(); i++) {
            var language = body.languages().get(i);
            var field = "languages[%d]".formatted(i);
            code(field + ".code", language.code(), seen);
            within(field + ".share", language.share(), 1, 100);
            levels(field, language.skill(), language.wanted(), language.least());
        }
    }

    private void code(String field, String code, Set<String> seen) {
        if (!code.matches(CODE)) {
            add(field, code, "FORMAT", "Capitals, digits and _, such as CLAIM or ADDRESS_2.");
        } else if (!seen.add(code)) {
            add(field, code, "TWICE", "Each code once; GENERAL is what is not known.");
        }
    }

    private void name(String field, String name) {
        if (name.isBlank() || name.length() > NAME) {
            add(field, name, "LENGTH", "Between 1 and %d characters.".formatted(NAME));
        }
    }

    private void levels(String field, String skill, int wanted, int least) {
        if (!skill.matches(CODE)) {
            add(field + ".skill", skill, "FORMAT", "Name a skill in capitals, such as CLAIM or CANTONESE.");
        }
        within(field + ".wanted", wanted, 1, Need.HIGHEST);
        if (least < 0 || least > wanted) {
            add(field + ".least", least, "OUT_OF_RANGE",
                    "Between 0 (the general skill does too) and the wanted level.");
        }
    }

    private void words(String field, List<String> words) {
        if (words.size() > WORDS) {
            add(field, words.size(), "TOO_MANY", "At most %d words.".formatted(WORDS));
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isBlank() || words.get(i).length() > WORD) {
                add("%s[%d]".formatted(field, i), words.get(i), "LENGTH",
                        "Between 1 and %d characters.".formatted(WORD));
            }
        }
    }

    private void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            add(field, value, "OUT_OF_RANGE", "Between %d and %d.".formatted(least, most));
        }
    }

    private void add(String field, @Nullable Object value, String code, String message) {
        wrong.add(new Refusal.Field(field, value, code, message));
    }
}
