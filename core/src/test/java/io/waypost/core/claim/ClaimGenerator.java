package io.waypost.core.claim;

import io.waypost.core.claim.ClaimFacts.Extent;
import io.waypost.core.claim.ClaimFacts.Extra;
import io.waypost.core.claim.ClaimFacts.Fees;
import io.waypost.core.claim.ClaimFacts.Found;
import io.waypost.core.claim.ClaimFacts.OtherProof;
import io.waypost.core.claim.ClaimFacts.Times;
import io.waypost.core.claim.ClaimFacts.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes up facts from a seed: likely ones that can be assessed, and wild ones that mostly cannot. */
final class ClaimGenerator {

    private static final List<String> STANDARDS = List.of("DEFAULT", "CAP", "CAP_UNPROMPTED", "CAP_FEE", "OTHER_PROOF",
            "ZHEJIANG_ONLY", "HALF_DELAY", "NO_AGREED", "ROUND_UP", "ROUND_DOWN");
    private static final List<String> PLACES = List.of("", "330000", "440000");

    private final SplittableRandom random;

    ClaimGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    ClaimStandard standard() {
        return Standards.named(one(STANDARDS));
    }

    /** Facts without flaws. */
    ClaimFacts likely() {
        return likely(one(List.of(ClaimKind.values())));
    }

    ClaimFacts likely(ClaimKind kind) {
        var worth = worth();
        var postedOn = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1_800));
        var claimedOn = postedOn.plusDays(random.nextInt(400));
        var asOf = claimedOn.atTime(random.nextInt(24), 0).plusHours(random.nextInt(400));
        var promised = half() ? null : postedOn.atTime(18, 0).plusDays(random.nextInt(5));
        var delivered = half() ? null : postedOn.atTime(12, 0).plusHours(random.nextInt(480));
        var times = new Times(postedOn, promised, delivered == null || delivered.isAfter(asOf) ? null : delivered,
                claimedOn, asOf);
        return new ClaimFacts(kind, one(PLACES),
                one(List.of(Distance.values())), times, worth, fees(), extent(worth, kind),
                half() ? Mismatch.SAME_NAME : Mismatch.OTHER_NAME, random.nextInt(10) == 0, found(), contract(),
                evidence());
    }

    /** Facts of which any number may be anything. */
    ClaimFacts wild() {
        var likely = likely();
        var worth = new Worth(boxed(), boxed(), boxed(), half(), List.of(), number());
        var fees = new Fees(number(), number(), List.of(new Extra(half() ? "" : "送货上楼", number(), half())), half());
        var extent = new Extent(boxed(), small(), small(), small(), half(), half());
        var terms = half()
                ? null
                : new ContractTerms(half() ? "" : "K-1", half(), half(), List.of(), boxed(), boxed(), boxed());
        return new ClaimFacts(likely.kind(), half() ? "😀" : "330000", likely.distance(), likely.times(), worth, fees,
                extent, null, half(), List.of(new Found(Exclusion.CUSTOMER_FAULT, random.nextInt())), terms,
                List.of());
    }

    long upTo(long most) {
        return random.nextLong(most + 1);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Worth worth() {
        Long insured = half() ? null : Long.valueOf(1 + money());
        Long proven = half() ? null : Long.valueOf(money());
        Long claimed = random.nextInt(5) == 0 ? null : Long.valueOf(money());
        return new Worth(insured, claimed, proven, half(), half() ? List.of() : List.of(OtherProof.CHAT_RECORD),
                random.nextInt(8) == 0 ? money() : 0);
    }

    private Fees fees() {
        var extras = new ArrayList<Extra>();
        for (int i = random.nextInt(3); i > 0; i--) {
            extras.add(new Extra("增值服务 " + i, random.nextLong(3_000), half()));
        }
        return new Fees(random.nextInt(6) == 0 ? 0 : random.nextLong(20_000), random.nextLong(5_000), extras, half());
    }

    private Extent extent(Worth worth, ClaimKind kind) {
        var value = worth.provenFen() == null ? worth.claimedFen() : worth.provenFen();
        boolean kept = kind == ClaimKind.TOTAL_DELAY && half();
        return switch (random.nextInt(4)) {
            case 0 -> new Extent(value == null ? Long.valueOf(money()) : Long.valueOf(upTo(value)), null, null, null,
                    half(), kept);
            case 1 -> {
                int sent = 1 + random.nextInt(20);
                yield new Extent(null, random.nextInt(sent + 1), sent, null, half(), kept);
            }
            case 2 -> new Extent(null, null, null, random.nextInt(1_001), half(), kept);
            default -> new Extent(null, null, null, null, half(), kept);
        };
    }

    private List<Found> found() {
        var found = new ArrayList<Found>();
        for (var exclusion : EnumSet.complementOf(EnumSet.of(Exclusion.INDIRECT_LOSS))) {
            if (random.nextInt(12) == 0) {
                found.add(new Found(exclusion, 1 + random.nextInt(1_000)));
            }
        }
        return found;
    }

    private @Nullable ContractTerms contract() {
        return switch (random.nextInt(6)) {
            case 0 -> new ContractTerms("K-1", half(), half(), List.of(), money(), null, null);
            case 1 -> new ContractTerms("K-1", half(), half(), List.of(), null, random.nextLong(10_000), null);
            case 2 -> new ContractTerms("K-1", half(), half(), List.of(), null, null, money());
            default -> null;
        };
    }

    private List<Evidence> evidence() {
        return half() ? List.of(Evidence.values()) : List.of(Evidence.WAYBILL);
    }

    /** Mostly small amounts, sometimes the greatest. */
    private long money() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong(10);
            case 1 -> random.nextLong(Fen.MOST);
            default -> random.nextLong(1_000_000);
        };
    }

    private long number() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> random.nextLong();
            default -> random.nextLong(1_000);
        };
    }

    private @Nullable Long boxed() {
        return half() ? null : Long.valueOf(number());
    }

    private @Nullable Integer small() {
        return half() ? null : Integer.valueOf(random.nextInt());
    }

    private boolean half() {
        return random.nextBoolean();
    }
}
