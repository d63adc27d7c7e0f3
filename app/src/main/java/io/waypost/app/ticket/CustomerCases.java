package io.waypost.app.ticket;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.sop.Sops;
import io.waypost.app.ticket.CustomerCase.May;
import io.waypost.app.ticket.CustomerCase.Result;
import io.waypost.app.ticket.CustomerCase.Said;
import io.waypost.app.ticket.CustomerCase.Stars;
import io.waypost.app.ticket.CustomerMessages.Direction;
import io.waypost.app.ticket.KeptTicket.Origin;
import io.waypost.app.ticket.RatingStore.Rating;
import io.waypost.app.ticket.TicketFiles.Filed;
import io.waypost.app.ticket.TicketFiles.Source;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.Authority;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.CaseProgress;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.RatingRules;
import io.waypost.core.ticket.RejectReason;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows customers their cases, and keeps how content they are. */
@Component
class CustomerCases {

    /** Whoever speaks for themself: the SOP asks nothing of them. */
    static final Caller CUSTOMER = new Caller(Set.of(Authority.CUSTOMER), EnumSet.allOf(Requirement.class), Set.of());

    private final TicketStore store;
    private final TicketRulebook rulebook;
    private final Sops sops;
    private final CustomerMessages messages;
    private final RatingStore ratings;
    private final TicketFiles files;
    private final TicketDesk desk;

    CustomerCases(TicketStore store, TicketRulebook rulebook, Sops sops, CustomerMessages messages,
            RatingStore ratings, TicketFiles files, TicketDesk desk) {
        this.store = store;
        this.rulebook = rulebook;
        this.sops = sops;
        this.messages = messages;
        this.ratings = ratings;
        this.files = files;
        this.desk = desk;
    }

    /** Whether a customer came with it, or joined it; what the platform found out by itself is nobody's case. */
    static boolean ofCustomer(KeptTicket kept) {
        return switch (kept.intake().origin()) {
            case Origin.WATCH -> kept.facts().urges() > 0;
            case Origin.OUTLET -> kept.facts().urges() > 0;
            case Origin.AGENT, Origin.PARTNER, Origin.CUSTOMER, Origin.REGULATOR -> true;
        };
    }

    @Transactional(readOnly = true)
    List<CustomerCase> ofParcel(String waybill) {
        var now = desk.now();
        return store.ofParcel(waybill).stream().filter(CustomerCases::ofCustomer).map(kept -> of(kept, now)).toList();
    }

    /**
     * Keeps how content the customer is with the end of a ticket.
     *
     * @throws Refusal where there is no end yet, or the rating stands
     */
    @Transactional
    public void rate(UUID id, @Nullable Integer stars, @Nullable String words) {
        if (stars == null || stars < RatingRules.FEWEST || stars > RatingRules.MOST) {
            throw Refusal.invalid("stars", stars == null ? null : stars.toString(), "OUT_OF_RANGE",
                    "Give 1 to 5 stars.");
        }
        var written = TicketBodies.text("text", words);
        var kept = store.lock(id).orElseThrow(() -> Refusal.notFound("ticket", id));
        var given = rating(kept).map(Rating::given).orElse(null);
        var at = desk.now();
        RatingRules.refusal(kept.ticket().state(), given, at).ifPresent(reason -> {
            throw Refusal.conflict(reason.name(), switch (reason) {
                case NOT_ENDED -> "The matter %s is not over yet.".formatted(kept.number());
                case RATED_ALREADY -> "The rating of %s was changed once already.".formatted(kept.number());
                case RATING_WINDOW_OVER -> "It is too late to change the rating of %s.".formatted(kept.number());
            });
        });
        ratings.keep(id, kept.ticket().state().endedAt().orElseThrow(), stars, written, at);
    }

    private CustomerCase of(KeptTicket kept, Instant now) {
        var ticket = kept.ticket();
        var sop = rulebook.of(kept).sop();
        var entry = sops.kinds().entry(ticket.kind());
        var rating = rating(kept);
        var state = ticket.state();
        var ended = state.endedAt().orElse(null);
        var until = disputeUntil(state, sop);
        boolean inTime = until == null || !now.isAfter(until);
        boolean told = told(state, sop);
        var may = new May(may(kept, TicketCommand.Message.class), may(kept, TicketCommand.Urge.class),
                may(kept, TicketCommand.Withdraw.class), told && may(kept, TicketCommand.Confirm.class),
                (told || ended != null) && inTime && may(kept, TicketCommand.Reopen.class),
                RatingRules.refusal(state, rating.map(Rating::given).orElse(null), now).isEmpty());
        return new CustomerCase(kept.number(), entry.nameZh(), entry.nameEn(), kept.openedAt(), ended,
                CaseProgress.of(ticket, sop), words(kept, sop), ended == null ? kept.due() : null,
                state instanceof TicketState.Waiting(_, var reason) && reason == WaitReason.CUSTOMER,
                result(kept, told), state instanceof TicketState.Merged(var into, _, _) ? into : null, may,
                inTime ? until : null,
                said(kept.id()),
                rating.map(one -> new Stars(one.stars(), one.words(), one.at())).orElse(null));
    }

    private List<Said> said(UUID id) {
        var photos = files.of(id).stream().filter(one -> one.source() == Source.MESSAGE)
                .collect(Collectors.groupingBy(Filed::of, Collectors.counting()));
        return messages.of(id).stream().map(one -> new Said(one.at(), one.direction() == Direction.IN, one.text(),
                photos.getOrDefault(one.id(), 0L).intValue())).toList();
    }

    private Optional<Rating> rating(KeptTicket kept) {
        return kept.ticket().state().endedAt().flatMap(at -> ratings.of(kept.id(), at));
    }

    private static boolean may(KeptTicket kept, Class<? extends TicketCommand> command) {
        return TicketRules.open(kept.ticket(), command, CUSTOMER);
    }

    /** Whether the customer has heard a result: where somebody checks it first, only after that. */
    private static boolean told(TicketState state, Sop sop) {
        return switch (state.name()) {
            case REPLIED, CLOSE_APPLIED -> !sop.has(Stage.CHECK);
            case CHECKED, CALLED_BACK -> true;
            default -> false;
        };
    }

    private static @Nullable Instant disputeUntil(TicketState state, Sop sop) {
        return state instanceof TicketState.Merged
                ? null
                : state.endedAt().map(at -> at.plus(sop.reopenWindow())).orElse(null);
    }

    /** What the SOP says of the stage; levels that say nothing of their own mean what the first says. */
    static @Nullable String words(KeptTicket kept, Sop sop) {
        var clock = kept.ticket().clock();
        if (clock == null) {
            return null;
        }
        return sop.stage(clock.stage(), clock.party()).map(SopStage::customerText).filter(text -> !text.isBlank())
                .or(() -> sop.stage(clock.stage(), Party.OUTLET).map(SopStage::customerText)
                        .filter(text -> !text.isBlank()))
                .orElse(null);
    }

    private static @Nullable Result result(KeptTicket kept, boolean told) {
        return switch (kept.ticket().state()) {
            case TicketState.Closed(var reason, _) -> closed(reason);
            case TicketState.Rejected(var reason, _) -> rejected(reason);
            case TicketState.Invalid _ -> Result.INVALID;
            case TicketState.Merged _ -> Result.MERGED;
            default -> told ? answered(kept) : null;
        };
    }

    private static Result answered(KeptTicket kept) {
        var last = kept.facts().lastAnswer();
        return last != null && last.kind() == AnswerKind.FOUND_FORWARDED ? Result.FOUND : Result.ANSWERED;
    }

    private static Result closed(CloseReason reason) {
        return switch (reason) {
            case CAUSE_GONE, ANSWERED_AND_MOVED -> Result.MOVED;
            case SETTLED -> Result.SETTLED;
            case CONFIRMED -> Result.CONFIRMED;
            case UNREACHABLE -> Result.UNREACHABLE;
            case WITHDRAWN -> Result.WITHDRAWN;
            case APPEAL_ENDED -> Result.APPEAL_ENDED;
            case MISTAKE -> Result.INVALID;
        };
    }

    private static Result rejected(RejectReason reason) {
        return switch (reason) {
            case NOT_JUSTIFIED -> Result.NOT_JUSTIFIED;
            case NOT_OURS -> Result.NOT_OURS;
            case NO_EVIDENCE -> Result.NO_EVIDENCE;
            case TOO_LATE -> Result.TOO_LATE;
        };
    }
}
