package io.waypost.app.claim;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.version.VersionBook;
import io.waypost.app.version.VersionBooks;
import io.waypost.app.version.VersionHeld;
import io.waypost.app.version.Versions;
import io.waypost.core.claim.ClaimStandardCheck;
import io.waypost.core.claim.DefaultClaimStandard;
import io.waypost.core.settlement.ClaimPolicy;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which rules of claims count when. What the software brings along counts from the beginning: most of it is law, and a customer has a claim
 * whether or not headquarters have written a version of their own.
 */
@Component
class ClaimBooks {

    private final Versions<ClaimBook> versions;
    private final Clock clock;

    ClaimBooks(VersionBooks books, Clock clock) {
        versions = books.open(new VersionBook<>("claim", ClaimBook.class, "CLAIM_STANDARD", ClaimBooks::flaws));
        this.clock = clock;
        versions.sow(new ClaimBook(DefaultClaimStandard.standard(), ClaimPolicy.DEFAULT), true);
    }

    Versions<ClaimBook> versions() {
        return versions;
    }

    /** The one that counts now. */
    VersionHeld<ClaimBook> now() {
        return versions.at(clock.instant()).orElseThrow(() -> new IllegalStateException("No claim standard counts."));
    }

    /** What that version says; one that a claim was assessed by never changes. */
    ClaimBook of(int version) {
        var now = now();
        return now.number() == version ? now.body() : versions.get(version).body();
    }

    /** Everything that keeps a version from being approved. */
    static List<Refusal.Field> flaws(ClaimBook book) {
        return Stream.concat(
                ClaimStandardCheck.flaws(book.standard()).stream()
                        .map(flaw -> new Refusal.Field("standard." + flaw.field(), flaw.value(), flaw.code(),
                                flaw.message())),
                book.policy().flaws().stream()
                        .map(flaw -> new Refusal.Field("policy." + flaw.field(), flaw.value(), "OUT_OF_RANGE",
                                flaw.message())))
                .toList();
    }
}
