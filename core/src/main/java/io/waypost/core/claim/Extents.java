package io.waypost.core.claim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What part of the content is lost, as a fraction. */
final class Extents {

    private final ClaimFacts facts;

    Extents(ClaimFacts facts) {
        this.facts = facts;
    }

    /**
     * A fraction between 0 and 1.
     *
     * @param chinese what of what
     * @param english the same in English
     */
    record Fraction(long part, long whole, String chinese, String english) {}

    /** Whether anything is said of it. */
    boolean given() {
        var extent = facts.extent();
        return extent.lostFen() != null || extent.piecesLost() != null || extent.perMille() != null;
    }

    /** The fraction; empty where it is not known. The value that is lost counts before pieces, pieces before a share. */
    Optional<Fraction> fraction() {
        var extent = facts.extent();
        var lost = extent.lostFen();
        if (lost != null) {
            return byValue(lost, value(facts.worth()));
        }
        var pieces = extent.piecesLost();
        var sent = extent.piecesSent();
        if (pieces != null && sent != null && sent > 0) {
            return Optional.of(new Fraction(pieces, sent, "%d 件中的 %d 件".formatted(sent, pieces),
                    "%d of %d pieces".formatted(pieces, sent)));
        }
        var share = extent.perMille();
        return share == null
                ? Optional.empty()
                : Optional.of(new Fraction(share, 1_000, "价值的 " + Fen.percent(share),
                        Fen.percent(share) + " of the value"));
    }

    private static Optional<Fraction> byValue(long lost, @Nullable Long value) {
        if (value == null) {
            return Optional.empty();
        }
        // A content without value is lost without loss, whatever the part.
        return Optional.of(value == 0
                ? new Fraction(0, 1, "价值为零", "a value of nothing")
                : new Fraction(Math.min(lost, value), value,
                        "价值 %s 中的 %s".formatted(Fen.yuan(value), Fen.yuan(Math.min(lost, value))),
                        "%s of %s yuan".formatted(Fen.text(Math.min(lost, value)), Fen.text(value))));
    }

    /** The value of the whole content as far as it is known: proven, else claimed, else insured. */
    static @Nullable Long value(ClaimFacts.Worth worth) {
        return worth.provenFen() != null
                ? worth.provenFen()
                : worth.claimedFen() != null ? worth.claimedFen() : worth.insuredFen();
    }
}
