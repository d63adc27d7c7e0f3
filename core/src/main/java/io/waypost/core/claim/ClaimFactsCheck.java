package io.waypost.core.claim;

import io.waypost.core.place.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the facts of a claim against what can be: every wrong field by its place, with its value and what would be right. */
public final class ClaimFactsCheck {

    private static final int EXTRAS = 20;
    private static final int PIECES = 1_000_000;
    private static final long MOST_TIMES = 1_000_000;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final Set<ClaimKind> BY_FEE = EnumSet.of(ClaimKind.DELAY, ClaimKind.FEE_REFUND);
    private static final Set<ClaimKind> KEPT = EnumSet.of(ClaimKind.LOSS, ClaimKind.TOTAL_DAMAGE);

    private final ClaimFacts facts;
    private final List<ClaimFlaw> wrong = new ArrayList<>();

    private ClaimFactsCheck(ClaimFacts facts) {
        this.facts = facts;
    }

    /** Everything that is wrong; empty for facts that can be assessed. */
    public static List<ClaimFlaw> flaws(ClaimFacts facts) {
        var check = new ClaimFactsCheck(facts);
        check.place();
        check.times();
        check.worth();
        check.fees();
        check.extent();
        check.found();
        check.contract();
        return List.copyOf(check.wrong);
    }

    private void place() {
        var code = facts.jurisdiction();
        if (!code.isEmpty() && !province(code)) {
            add("jurisdiction", code, "UNKNOWN", "The code of a province, such as 330000, or nothing.");
        }
    }

    /** Whether it is the code of a province. */
    static boolean province(String code) {
        return code.matches("\\d{2}0000") && Divisions.china().byCode(code).isPresent();
    }

    private void times() {
        var times = facts.times();
        day("times.postedOn", times.postedOn());
        day("times.claimedOn", times.claimedOn());
        day("times.asOf", times.asOf().toLocalDate());
        if (times.claimedOn().isBefore(times.postedOn())) {
            add("times.claimedOn", times.claimedOn(), "ORDER", "Not before the posting on " + times.postedOn() + ".");
        }
        if (times.asOf().toLocalDate().isBefore(times.claimedOn())) {
            add("times.asOf", times.asOf(), "ORDER", "Not before the claim on " + times.claimedOn() + ".");
        }
        var promised = times.promisedBy();
        if (promised != null && promised.toLocalDate().isBefore(times.postedOn())) {
            add("times.promisedBy", promised, "ORDER", "Not before the posting on " + times.postedOn() + ".");
        }
        if (promised != null) {
            day("times.promisedBy", promised.toLocalDate());
        }
        var delivered = times.deliveredAt();
        if (delivered != null && delivered.toLocalDate().isBefore(times.postedOn())) {
            add("times.deliveredAt", delivered, "ORDER", "Not before the posting on " + times.postedOn() + ".");
        }
        if (delivered != null && delivered.isAfter(times.asOf())) {
            add("times.deliveredAt", delivered, "ORDER", "Not after " + times.asOf() + ", as of when this is known.");
        }
    }

    private void day(String field, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            add(field, day, "OUT_OF_RANGE", "Between %s and %s.".formatted(FIRST, LAST));
        }
    }

    private void worth() {
        var worth = facts.worth();
        money("worth.insuredFen", worth.insuredFen(), 1);
        money("worth.claimedFen", worth.claimedFen(), 0);
        money("worth.provenFen", worth.provenFen(), 0);
        money("worth.indirectFen", worth.indirectFen(), 0);
    }

    private void fees() {
        var fees = facts.fees();
        money("fees.carriageFen", fees.carriageFen(), 0);
        money("fees.insuranceFen", fees.insuranceFen(), 0);
        within("fees.extras", fees.extras().size(), 0, EXTRAS);
        for (int i = 0; i < fees.extras().size(); i++) {
            var extra = fees.extras().get(i);
            money("fees.extras[%d].fen".formatted(i), extra.fen(), 0);
            if (extra.name().isBlank()) {
                add("fees.extras[%d].name".formatted(i), extra.name(), "MISSING", "What was paid for.");
            }
        }
    }

    private void extent() {
        var extent = facts.extent();
        var lost = extent.lostFen();
        money("extent.lostFen", lost, 0);
        var worth = facts.worth();
        var value = worth.provenFen() == null ? worth.claimedFen() : worth.provenFen();
        if (lost != null && value != null && lost > value) {
            add("extent.lostFen", lost, "ABOVE_VALUE",
                    "Not more than the value of the whole content, %d.".formatted(value));
        }
        var pieces = extent.piecesLost();
        var sent = extent.piecesSent();
        if ((pieces == null) != (sent == null)) {
            add(pieces == null ? "extent.piecesLost" : "extent.piecesSent", null, "MISSING",
                    "Both the pieces that are lost and those that were sent, or neither.");
        }
        if (sent != null) {
            within("extent.piecesSent", sent, 1, PIECES);
        }
        if (pieces != null) {
            within("extent.piecesLost", pieces, 0, sent == null ? PIECES : sent);
        }
        var share = extent.perMille();
        if (share != null) {
            within("extent.perMille", share, 0, 1_000);
        }
        if (extent.kept() && KEPT.contains(facts.kind())) {
            add("extent.kept", true, "CONTRADICTION",
                    "What is lost or wholly broken is not kept: another kind, or false.");
        }
    }

    private void found() {
        var seen = EnumSet.noneOf(Exclusion.class);
        for (int i = 0; i < facts.found().size(); i++) {
            var found = facts.found().get(i);
            within("found[%d].perMille".formatted(i), found.perMille(), 1, 1_000);
            if (!seen.add(found.exclusion())) {
                add("found[%d].exclusion".formatted(i), found.exclusion(), "TWICE", "Each exclusion once.");
            }
            if (found.exclusion() == Exclusion.INDIRECT_LOSS) {
                add("found[%d].exclusion".formatted(i), found.exclusion(), "AMOUNT",
                        "Say what is claimed as indirect loss in worth.indirectFen.");
            }
        }
    }

    private void contract() {
        var terms = facts.contract();
        if (terms == null) {
            return;
        }
        if (terms.number().isBlank()) {
            add("contract.number", terms.number(), "MISSING", "The number of the contract.");
        }
        if (terms.fixedFen() == null && terms.feePerMille() == null && terms.capFen() == null) {
            add("contract.fixedFen", null, "MISSING", "A fixed amount, a multiple of the fee or a cap.");
        }
        money("contract.fixedFen", terms.fixedFen(), 0);
        money("contract.capFen", terms.capFen(), 0);
        var multiple = terms.feePerMille();
        if (multiple != null) {
            within("contract.feePerMille", multiple, 0, MOST_TIMES);
        }
        for (int i = 0; i < terms.kinds().size(); i++) {
            if (BY_FEE.contains(terms.kinds().get(i))) {
                add("contract.kinds[%d]".formatted(i), terms.kinds().get(i), "KIND",
                        "A kind that is paid for by value, not by the fee.");
            }
        }
    }

    private void money(String field, @Nullable Long fen, long least) {
        if (fen != null) {
            within(field, fen, least, Fen.MOST);
        }
    }

    private void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            add(field, value, value < 0 ? "NEGATIVE" : "OUT_OF_RANGE", "Between %d and %d.".formatted(least, most));
        }
    }

    private void add(String field, @Nullable Object value, String code, String message) {
        wrong.add(new ClaimFlaw(field, value, code, message));
    }
}
