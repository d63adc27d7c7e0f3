package io.waypost.app.desk;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.ContactLanguage;
import io.waypost.core.routing.ContactMatter;
import io.waypost.core.routing.RoutingPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a routing policy says, as JSON, in the API and in the database. All times are whole seconds; units are named by their codes. */
record PolicyBody(
        @NotNull Map<ContactChannel, @NotNull PolicyTerms> channels,
        @NotNull List<@NotNull @Valid PolicyRing> rings,
        @NotNull List<@NotNull @Valid PolicyOverflow> overflows,
        @NotNull PolicySticky sticky,
        @NotNull PolicyHeadStarts headStarts,
        @NotNull PolicyWeights weights,
        @NotNull List<@NotNull @Valid PolicyMatter> matters,
        @NotNull List<@NotNull @Valid PolicyLanguage> languages,
        @Nullable @Valid PolicyThanks thanks) {

    /** What one contact of a channel takes of an agent's capacity of 100, and by when it should be answered. */
    record PolicyTerms(int units, long targetSeconds) {}

    /** Who comes in question from some wait on; {@code units} are those that it names, by their codes and in their order. */
    record PolicyRing(long afterSeconds, RoutingPolicy.@NotNull Reach reach, int lowered,
            @Nullable List<@NotNull String> units) {

        static PolicyRing of(RoutingPolicy.Ring ring) {
            return new PolicyRing(ring.after().toSeconds(), ring.reach(), ring.lowered(),
                    ring.units().isEmpty() ? null : ring.units());
        }

        List<String> named() {
            return units == null ? List.of() : units;
        }

        /** Where there are none of the named units any more it reaches the own one alone. */
        RoutingPolicy.Ring ring(Function<String, Optional<String>> path) {
            var paths = named().stream().flatMap(code -> path.apply(code).stream()).toList();
            var reached = reach == RoutingPolicy.Reach.NAMED && paths.isEmpty() ? RoutingPolicy.Reach.UNIT : reach;
            return new RoutingPolicy.Ring(Duration.ofSeconds(afterSeconds), reached, lowered, paths);
        }
    }

    /** Rings of one unit's own, by its code. */
    record PolicyOverflow(@NotNull String unit, @NotNull List<@NotNull @Valid PolicyRing> rings) {}

    record PolicySticky(long withinSeconds, long waitsSeconds) {}

    record PolicyHeadStarts(long repeatSeconds, long mostSeconds, long contractSeconds) {}

    /** How long after its end a contact stays ended though its customer says thank you; 0 for never. */
    record PolicyThanks(long withinSeconds) {}

    record PolicyWeights(double spare, double even, double fit, double home, double rare) {}

    /** What contacts are about; the least level is 0 where the general skill does too. */
    record PolicyMatter(@NotNull String code, @NotNull String nameZh, @NotNull String nameEn, @NotNull String skill,
            int wanted, int least, @NotNull List<@NotNull String> words) {}

    /** A language that not everybody speaks. */
    record PolicyLanguage(@NotNull String code, ContactLanguage.@NotNull Writing writing, int share,
            @NotNull String skill, int wanted, int least) {}

    /** What the software brings along. */
    static PolicyBody packaged() {
        var policy = RoutingPolicy.defaults();
        var terms = new EnumMap<ContactChannel, PolicyTerms>(ContactChannel.class);
        policy.channels().forEach((channel, of) -> terms.put(channel,
                new PolicyTerms(of.units(), of.target().toSeconds())));
        var sticky = policy.sticky();
        var starts = policy.headStarts();
        var weights = policy.weights();
        return new PolicyBody(terms, policy.rings().stream().map(PolicyRing::of).toList(), List.of(),
                new PolicySticky(sticky.within().toSeconds(), sticky.waits().toSeconds()),
                new PolicyHeadStarts(starts.repeat().toSeconds(), starts.most().toSeconds(),
                        starts.contract().toSeconds()),
                new PolicyWeights(weights.spare(), weights.even(), weights.fit(), weights.home(), weights.rare()),
                policy.matters().stream().map(one -> new PolicyMatter(one.code(), one.nameZh(), one.nameEn(),
                        one.skill(), one.wanted(), one.least(), one.words())).toList(),
                policy.languages().stream().map(one -> new PolicyLanguage(one.code(), one.writing(), one.share(),
                        one.skill(), one.wanted(), one.least())).toList(),
                new PolicyThanks(policy.thanks().toSeconds()));
    }

    /**
     * The policy.
     *
     * @param path of a unit by its code; the rings of units that there are no more are left out
     */
    RoutingPolicy policy(int version, Function<String, Optional<String>> path) {
        var terms = new EnumMap<ContactChannel, RoutingPolicy.Terms>(ContactChannel.class);
        channels.forEach((channel, of) -> terms.put(channel,
                new RoutingPolicy.Terms(of.units(), Duration.ofSeconds(of.targetSeconds()))));
        return new RoutingPolicy(version, terms, rings(rings, path),
                overflows.stream().flatMap(one -> path.apply(one.unit()).stream()
                        .map(unit -> new RoutingPolicy.Overflow(unit, rings(one.rings(), path)))).toList(),
                new RoutingPolicy.Sticky(Duration.ofSeconds(sticky.withinSeconds()),
                        Duration.ofSeconds(sticky.waitsSeconds())),
                new RoutingPolicy.HeadStarts(Duration.ofSeconds(headStarts.repeatSeconds()),
                        Duration.ofSeconds(headStarts.mostSeconds()),
                        Duration.ofSeconds(headStarts.contractSeconds())),
                new RoutingPolicy.Weights(weights.spare(), weights.even(), weights.fit(), weights.home(),
                        weights.rare()),
                matters.stream().map(one -> new ContactMatter(one.code(), one.nameZh(), one.nameEn(), one.skill(),
                        one.wanted(), one.least(), one.words())).toList(),
                languages.stream().map(one -> new ContactLanguage(one.code(), one.writing(), one.share(), one.skill(),
                        one.wanted(), one.least())).toList(),
                thanks == null ? RoutingPolicy.THANKS : Duration.ofSeconds(thanks.withinSeconds()));
    }

    private static List<RoutingPolicy.Ring> rings(List<PolicyRing> rings, Function<String, Optional<String>> path) {
        return rings.stream().map(ring -> ring.ring(path)).toList();
    }
}
