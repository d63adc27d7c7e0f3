package io.waypost.core.routing;

import io.waypost.core.contact.ContactChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * One version of the rules of routing (路由策略). Immutable.
 *
 * @param channels what each channel asks for
 * @param rings who comes in question the longer a contact waits, in the order of their times; the first counts at once
 * @param overflows rings of their own for contacts of some units
 * @param sticky when a customer goes back to the agent who knows them
 * @param headStarts what lets a contact in ahead
 * @param weights what counts among agents who all come in question
 * @param matters what contacts are about, in the order that decides ties; what is none of them is {@link ContactMatter#GENERAL}
 * @param languages that not everybody speaks
 * @param thanks how long after its end a contact stays ended though its customer says thank you; zero for never
 */
public record RoutingPolicy(int version, Map<ContactChannel, Terms> channels, List<Ring> rings,
        List<Overflow> overflows, Sticky sticky, HeadStarts headStarts, Weights weights, List<ContactMatter> matters,
        List<ContactLanguage> languages, Duration thanks) {

    /** What {@link #thanks} is where nothing is said. */
    public static final Duration THANKS = Duration.ofMinutes(10);
    /** What an agent's capacity is: a call takes all of it. */
    public static final int CAPACITY = 100;

    public RoutingPolicy {
        channels = Map.copyOf(channels);
        rings = growing(rings);
        overflows = List.copyOf(overflows);
        matters = List.copyOf(matters);
        languages = List.copyOf(languages);
        requireRising(rings);
        requireNotNegative("thanks", thanks);
        for (var channel : ContactChannel.values()) {
            if (!channels.containsKey(channel)) {
                throw new IllegalArgumentException("The channel %s has no terms.".formatted(channel));
            }
        }
    }

    /** A policy that lets a contact stay ended for the usual time. */
    public RoutingPolicy(int version, Map<ContactChannel, Terms> channels, List<Ring> rings, List<Overflow> overflows,
            Sticky sticky, HeadStarts headStarts, Weights weights, List<ContactMatter> matters,
            List<ContactLanguage> languages) {
        this(version, channels, rings, overflows, sticky, headStarts, weights, matters, languages, THANKS);
    }

    /** A policy without matters, languages and rings of units. */
    public RoutingPolicy(int version, Map<ContactChannel, Terms> channels, List<Ring> rings, Sticky sticky,
            HeadStarts headStarts, Weights weights) {
        this(version, channels, rings, List.of(), sticky, headStarts, weights, List.of(), List.of());
    }

    /** What was named once stays so: a ring never asks fewer people than the one before it. */
    private static List<Ring> growing(List<Ring> rings) {
        var grown = new ArrayList<Ring>();
        var named = new LinkedHashSet<String>();
        var reach = Reach.UNIT;
        for (var ring : rings) {
            named.addAll(ring.units());
            boolean names = ring.reach() == Reach.NAMED && reach != Reach.UNIT;
            grown.add(new Ring(ring.after(), names ? reach : ring.reach(), ring.lowered(), List.copyOf(named)));
            reach = ring.reach() == Reach.NAMED ? reach : ring.reach();
        }
        return List.copyOf(grown);
    }

    private static void requireRising(List<Ring> rings) {
        if (rings.isEmpty() || !rings.getFirst().after().isZero()) {
            throw new IllegalArgumentException("The first ring must count at once (after 0 s).");
        }
        for (int i = 1; i < rings.size(); i++) {
            if (rings.get(i).after().compareTo(rings.get(i - 1).after()) <= 0) {
                throw new IllegalArgumentException(
                        "The rings' times must rise: %s does not come after %s.".formatted(rings.get(i).after(),
                                rings.get(i - 1).after()));
            }
        }
    }

    /**
     * What a channel asks for.
     *
     * @param units how much of an agent's {@link #CAPACITY} one contact takes
     * @param target by when it should be answered; how urgent a wait is, is measured by it
     */
    public record Terms(int units, Duration target) {

        public Terms {
            if (units < 1 || units > CAPACITY || target.isNegative() || target.isZero()) {
                throw new IllegalArgumentException(
                        "A contact takes 1 to %d units (%d), and its target (%s) is positive."
                                .formatted(CAPACITY, units, target));
            }
        }
    }

    /** Whose people come in question. */
    public enum Reach {
        /** The unit itself and those below it. */
        UNIT,
        /** And those that the ring names (溢出到指定单位). */
        NAMED,
        /** The unit above it too, with all below that. */
        PARENT,
        EVERYWHERE
    }

    /**
     * Who comes in question from some wait on (扩圈).
     *
     * @param lowered how many levels below the wanted one are let go
     * @param units paths of the units that come in question besides, in the order in which they are asked; of a policy's ring also those that
     *     the rings before it name
     */
    public record Ring(Duration after, Reach reach, int lowered, List<String> units) {

        public Ring {
            units = List.copyOf(units);
            if (reach == Reach.NAMED && units.isEmpty()) {
                throw new IllegalArgumentException("A ring that reaches named units must name one.");
            }
            if (lowered < 0) {
                throw new IllegalArgumentException(
                        "A ring lets levels go (%d), it asks for none more.".formatted(lowered));
            }
        }

        /** A ring that names no units. */
        public Ring(Duration after, Reach reach, int lowered) {
            this(after, reach, lowered, List.of());
        }
    }

    /**
     * Who comes in question for contacts of one unit (溢出), such as its own outlet first and other regions after a minute; these rings
     * count instead of the general ones.
     *
     * @param unit path of the unit; a unit below it with rings of its own keeps those
     */
    public record Overflow(String unit, List<Ring> rings) {

        public Overflow {
            rings = growing(rings);
            requireRising(rings);
        }
    }

    /**
     * When a customer goes back to the agent who knows them (老坐席优先).
     *
     * @param within how long after the last contact
     * @param waits how long the contact is kept for them while they are busy
     */
    public record Sticky(Duration within, Duration waits) {

        public Sticky {
            requireNotNegative("within", within);
            requireNotNegative("waits", waits);
        }
    }

    /**
     * What lets a contact in ahead, as a wait that it is taken to have had (优先).
     *
     * @param repeat for each contact of the same customer in the same matter within a day before
     * @param most for all such repeats together
     * @param contract for customers with a contract
     */
    public record HeadStarts(Duration repeat, Duration most, Duration contract) {

        public HeadStarts {
            requireNotNegative("repeat", repeat);
            requireNotNegative("most", most);
            requireNotNegative("contract", contract);
        }
    }

    /**
     * What counts among agents who all come in question; each as a share of one.
     *
     * @param spare for keeping those free whose other skills are short
     * @param even for giving work to those who had least
     * @param fit for the level that is wanted
     * @param home for those of the contact's own unit
     * @param rare how much sooner the turn of a contact comes that only few could take
     */
    public record Weights(double spare, double even, double fit, double home, double rare) {

        public Weights {
            for (double weight : new double[]{spare, even, fit, home, rare}) {
                if (!(weight >= 0) || Double.isInfinite(weight)) {
                    throw new IllegalArgumentException("A weight (%s) must be a number from 0 on.".formatted(weight));
                }
            }
        }
    }

    private static void requireNotNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("%s (%s) must not be negative.".formatted(name, duration));
        }
    }

    /**
     * What a new installation starts with: a call within 20 seconds (the trade's 80/20), three chats at a time, the own unit and the one
     * above it first, and everybody after ten seconds.
     */
    public static RoutingPolicy defaults() {
        var channels = new EnumMap<ContactChannel, Terms>(ContactChannel.class);
        channels.put(ContactChannel.PHONE, new Terms(CAPACITY, Duration.ofSeconds(20)));
        channels.put(ContactChannel.CHAT, new Terms(33, Duration.ofSeconds(30)));
        channels.put(ContactChannel.WECHAT, new Terms(33, Duration.ofSeconds(60)));
        channels.put(ContactChannel.EMAIL, new Terms(25, Duration.ofHours(4)));
        channels.put(ContactChannel.SMS, new Terms(25, Duration.ofMinutes(15)));
        channels.put(ContactChannel.FEEDBACK, new Terms(25, Duration.ofHours(4)));
        channels.put(ContactChannel.PARTNER, new Terms(33, Duration.ofMinutes(5)));
        return new RoutingPolicy(1, channels,
                List.of(new Ring(Duration.ZERO, Reach.PARENT, 1),
                        new Ring(Duration.ofSeconds(10), Reach.EVERYWHERE, Need.HIGHEST)),
                List.of(), new Sticky(Duration.ofHours(24), Duration.ofSeconds(15)),
                new HeadStarts(Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(20)),
                new Weights(0.3, 3, 0.2, 0.1, 5), DefaultMatters.all(), DefaultMatters.languages());
    }

    /** The same with other matters and languages. */
    public RoutingPolicy about(List<ContactMatter> otherMatters, List<ContactLanguage> otherLanguages) {
        return new RoutingPolicy(version, channels, rings, overflows, sticky, headStarts, weights, otherMatters,
                otherLanguages, thanks);
    }

    /** The matter of that code; the general one where this version does not know it. */
    public ContactMatter matter(String code) {
        return matters.stream().filter(matter -> matter.code().equals(code)).findFirst()
                .orElse(ContactMatter.GENERAL);
    }

    /** The rings for contacts of that unit. */
    public List<Ring> rings(String unitPath) {
        Overflow nearest = null;
        for (var overflow : overflows) {
            if (unitPath.startsWith(overflow.unit())
                    && (nearest == null || overflow.unit().length() > nearest.unit().length())) {
                nearest = overflow;
            }
        }
        return nearest == null ? rings : nearest.rings();
    }

    /** What the channel asks for. */
    public Terms terms(ContactChannel channel) {
        var terms = channels.get(channel);
        if (terms == null) {
            throw new IllegalStateException("The channel %s has no terms.".formatted(channel));
        }
        return terms;
    }

    /** Who comes in question for contacts of that unit after so many seconds. */
    public Ring ring(String unitPath, double waited) {
        var own = rings(unitPath);
        var ring = own.getFirst();
        for (var wider : own) {
            if (waited >= wider.after().toMillis() / 1000.0) {
                ring = wider;
            }
        }
        return ring;
    }
}
