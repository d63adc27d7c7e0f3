package io.waypost.core.claim;

import io.waypost.core.claim.ClaimFacts.Extent;
import io.waypost.core.claim.ClaimFacts.Extra;
import io.waypost.core.claim.ClaimFacts.Fees;
import io.waypost.core.claim.ClaimFacts.Found;
import io.waypost.core.claim.ClaimFacts.OtherProof;
import io.waypost.core.claim.ClaimFacts.Times;
import io.waypost.core.claim.ClaimFacts.Worth;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of a case from words such as {@code kind=LOSS insured=300000 fee=1200}. What is not said: posted on 2026-03-02, claimed on
 * 2026-03-10 and looked at on that noon, nothing paid, and all evidence at hand but a proof of the value.
 */
final class FactsText {

    private static final Set<String> KEYS = Set.of("kind", "at", "distance", "posted", "promised", "delivered",
            "claimedOn", "asOf", "insured", "claimed", "proven", "nothing", "other", "indirect", "fee", "insurance",
            "extra", "promiseRefunds", "lost", "pieces", "share", "lostByDelay", "kept", "mismatch", "gross", "found",
            "contract", "evidence");

    private final Map<String, String> words = new HashMap<>();

    private FactsText(String text) {
        for (var word : text.trim().split(" +", -1)) {
            int at = word.indexOf('=');
            var key = at < 0 ? word : word.substring(0, at);
            if (!KEYS.contains(key) || words.put(key, at < 0 ? "" : word.substring(at + 1)) != null) {
                throw new IllegalArgumentException("'%s' is unknown or twice in '%s'".formatted(key, text));
            }
        }
    }

    static ClaimFacts facts(String text) {
        return new FactsText(text).facts();
    }

    private ClaimFacts facts() {
        var mismatch = words.get("mismatch");
        return new ClaimFacts(ClaimKind.valueOf(text("kind", "")), text("at", ""),
                Distance.valueOf(text("distance", "DOMESTIC")), times(), worth(), fees(), extent(),
                mismatch == null ? null : Mismatch.valueOf(mismatch), words.containsKey("gross"), found(), contract(),
                evidence());
    }

    private Times times() {
        var claimedOn = LocalDate.parse(text("claimedOn", "2026-03-10"));
        return new Times(LocalDate.parse(text("posted", "2026-03-02")), time("promised"), time("delivered"), claimedOn,
                LocalDateTime.parse(text("asOf", claimedOn + "T12:00")));
    }

    private Worth worth() {
        return new Worth(number("insured"), number("claimed"), number("proven"), words.containsKey("nothing"),
                list("other").stream().map(OtherProof::valueOf).toList(), Long.parseLong(text("indirect", "0")));
    }

    private Fees fees() {
        var extras = list("extra").stream().map(one -> one.split(":"))
                .map(one -> new Extra(one[0], Long.parseLong(one[1]), one[2].equals("yes"))).toList();
        return new Fees(Long.parseLong(text("fee", "0")), Long.parseLong(text("insurance", "0")), extras,
                words.containsKey("promiseRefunds"));
    }

    private Extent extent() {
        var pieces = words.get("pieces");
        var parts = pieces == null ? new String[0] : pieces.split("/");
        var share = words.get("share");
        return new Extent(number("lost"), pieces == null ? null : Integer.valueOf(parts[0]),
                pieces == null ? null : Integer.valueOf(parts[1]), share == null ? null : Integer.valueOf(share),
                words.containsKey("lostByDelay"), words.containsKey("kept"));
    }

    private List<Found> found() {
        return list("found").stream().map(one -> one.split(":"))
                .map(one -> new Found(Exclusion.valueOf(one[0]), Integer.parseInt(one[1]))).toList();
    }

    private @Nullable ContractTerms contract() {
        var text = words.get("contract");
        if (text == null) {
            return null;
        }
        var said = new HashMap<String, Long>();
        var kinds = new ArrayList<ClaimKind>();
        var flags = new ArrayList<String>();
        for (var word : text.split(";", -1)) {
            var parts = word.split(":", -1);
            if (parts.length == 1) {
                flags.add(word);
            } else if (parts[0].equals("kind")) {
                kinds.add(ClaimKind.valueOf(parts[1]));
            } else {
                said.put(parts[0], Long.valueOf(parts[1]));
            }
        }
        return new ContractTerms("K-1", flags.contains("agreed"), flags.contains("insured"), kinds, said.get("fixed"),
                said.get("fee"), said.get("cap"));
    }

    private List<Evidence> evidence() {
        var text = text("evidence", "ALL");
        return switch (text) {
            case "ALL" -> List.copyOf(EnumSet.complementOf(EnumSet.of(Evidence.VALUE_PROOF)));
            case "NONE" -> List.of();
            default -> list("evidence").stream().map(Evidence::valueOf).toList();
        };
    }

    private List<String> list(String key) {
        var text = words.get(key);
        return text == null ? List.of() : Arrays.asList(text.split("\\|"));
    }

    private @Nullable Long number(String key) {
        var text = words.get(key);
        return text == null ? null : Long.valueOf(text);
    }

    private @Nullable LocalDateTime time(String key) {
        var text = words.get(key);
        return text == null ? null : LocalDateTime.parse(text);
    }

    private String text(String key, String otherwise) {
        return words.getOrDefault(key, otherwise);
    }
}
