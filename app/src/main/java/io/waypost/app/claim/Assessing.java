package io.waypost.app.claim;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.contract.Contracts;
import io.waypost.app.parcel.Consignments;
import io.waypost.app.parcel.Consignments.Consignment;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.claim.Assessment;
import io.waypost.core.claim.ClaimCalculator;
import io.waypost.core.claim.ClaimFacts;
import io.waypost.core.claim.ClaimFacts.Extent;
import io.waypost.core.claim.ClaimFacts.Times;
import io.waypost.core.claim.ClaimFacts.Worth;
import io.waypost.core.claim.ContractTerms;
import io.waypost.core.claim.Distance;
import io.waypost.core.claim.Evidence;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what people say, what the parcel tells and the files that are there together, and asks the standard. */
@Component
class Assessing {

    static final String FILES = "CLAIM";

    private final ClaimBooks books;
    private final Consignments parcels;
    private final Contracts contracts;
    private final Attachments attachments;
    private final Clock clock;

    Assessing(ClaimBooks books, Consignments parcels, Contracts contracts, Attachments attachments, Clock clock) {
        this.books = books;
        this.parcels = parcels;
        this.contracts = contracts;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** What the standard makes of it, with the facts that it saw. */
    record Assessed(int book, ClaimFacts facts, Assessment assessment) {}

    /** By the rules that count now; the files of the claim count as evidence of what they were sent for. */
    Assessed of(KeptClaim claim) {
        var evidence = EnumSet.copyOf(claim.what().evidence());
        evidence.add(Evidence.WAYBILL);
        if (claim.money().payee() != null) {
            evidence.add(Evidence.PAYEE_ACCOUNT);
        }
        evidence.addAll(shown(files(claim.id())));
        var applied = claim.times().appliedAt();
        return of(claim.what(), evidence, parcels.find(claim.waybill()), applied == null ? clock.instant() : applied);
    }

    /** The same for a case of which there is no claim: what would be owed. */
    Assessed of(CaseFacts what, Optional<Consignment> parcel) {
        var evidence = EnumSet.copyOf(what.evidence());
        evidence.add(Evidence.WAYBILL);
        return of(what, evidence, parcel, clock.instant());
    }

    private Assessed of(CaseFacts what, Set<Evidence> evidence, Optional<Consignment> parcel, Instant claimedAt) {
        var book = books.now();
        var now = clock.instant();
        var posted = parcel.map(Consignment::postedAt).orElse(claimedAt);
        var times = new Times(day(posted), parcel.map(Consignment::promisedAt).map(Assessing::local).orElse(null),
                parcel.map(Consignment::signedAt).map(Assessing::local).orElse(null), day(claimedAt), local(now));
        var extent = what.extent();
        var facts = new ClaimFacts(what.kind(), jurisdiction(what, parcel), distance(parcel), times,
                worth(what, parcel),
                what.fees(), extent == null ? Extent.UNKNOWN : extent, what.mismatch(), what.grossNegligence(),
                what.found(), contract(what, parcel, posted),
                List.copyOf(evidence));
        return new Assessed(book.number(), facts, ClaimCalculator.assess(book.body().standard(), facts));
    }

    /** What somebody looked up counts, else what the sender's contract said on the day on which it was sent. */
    private @Nullable ContractTerms contract(CaseFacts what, Optional<Consignment> parcel, Instant posted) {
        return what.contract() != null
                ? what.contract()
                : parcel.flatMap(one -> parcels.party(one.waybill(), true))
                        .flatMap(sender -> contracts.compensation(sender.phone(), posted)).orElse(null);
    }

    /** The value that the sender declared is what the parcel is insured for, unless somebody knows better. */
    private static Worth worth(CaseFacts what, Optional<Consignment> parcel) {
        var said = what.worth();
        var declared = parcel.map(Consignment::declaredValueFen).filter(fen -> fen > 0).orElse(null);
        return said.insuredFen() != null || declared == null
                ? said
                : new Worth(declared, said.claimedFen(), said.provenFen(), said.nothingFurther(), said.otherProofs(),
                        said.indirectFen());
    }

    /** The files of a claim that were used. */
    List<Attachment> files(UUID claim) {
        return attachments.of(new Subject(FILES, claim));
    }

    /** What the files were sent as. */
    static Set<Evidence> shown(List<Attachment> files) {
        var names = new ArrayList<String>();
        files.forEach(file -> {
            if (file.purpose() != null) {
                names.add(file.purpose());
            }
        });
        var shown = EnumSet.noneOf(Evidence.class);
        Arrays.stream(Evidence.values()).filter(each -> names.contains(each.name())).forEach(shown::add);
        return shown;
    }

    private static String jurisdiction(CaseFacts what, Optional<Consignment> parcel) {
        var asked = what.jurisdiction();
        if (asked != null && !asked.isBlank()) {
            return asked;
        }
        return parcel.map(Consignment::senderDivision).flatMap(Divisions.china()::provinceOf).map(Division::code)
                .orElse("");
    }

    private static Distance distance(Optional<Consignment> parcel) {
        var from = parcel.map(Consignment::senderDivision).flatMap(Divisions.china()::cityOf);
        var to = parcel.map(Consignment::recipientDivision).flatMap(Divisions.china()::cityOf);
        var province = parcel.map(Consignment::recipientDivision).map(code -> code.substring(0, 2)).orElse("");
        return switch (province) {
            case "71" -> Distance.TAIWAN;
            case "81", "82" -> Distance.HONG_KONG_MACAU;
            default -> from.isPresent() && from.equals(to) ? Distance.SAME_CITY : Distance.DOMESTIC;
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Holidays.ZONE);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, Holidays.ZONE);
    }
}
