package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.HistoryStore.AnswerRow;
import io.waypost.app.ticket.KeptTicket.LastAnswer;
import io.waypost.app.ticket.TicketDesk.Ask;
import io.waypost.app.ticket.TicketFiles.Source;
import io.waypost.core.attachment.FileType;
import io.waypost.core.ticket.Answer;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketCommand.Give;
import io.waypost.core.ticket.TicketRules;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks an outlet's finding and puts it to the ticket, with its photos. */
@Component
class TicketAnswers {

    /** How many photos an answer may carry. */
    static final int PHOTOS = 6;
    /** How long a remark may be. */
    static final int REMARK = 1_000;

    private final TicketDesk desk;
    private final HistoryStore history;
    private final UrgencyStore urgencies;
    private final TicketFiles files;
    private final Ladders ladders;

    TicketAnswers(TicketDesk desk, HistoryStore history, UrgencyStore urgencies, TicketFiles files, Ladders ladders) {
        this.desk = desk;
        this.history = history;
        this.urgencies = urgencies;
        this.files = files;
        this.ladders = ladders;
    }

    /** An answer as it comes in. */
    record Given(
            @NotNull AnswerKind kind,
            @Nullable String remark,
            @Nullable Instant until,
            @Nullable String misdirectedTo,
            @Nullable List<UUID> photoIds,
            @Nullable Integer version) {}

    TicketView give(UUID id, Given given) {
        var actor = Acting.current();
        var by = By.of(actor);
        var remark = given.remark() == null ? "" : given.remark().strip();
        var pictures = given.photoIds() == null ? List.<UUID>of() : given.photoIds();
        var wrong = new ArrayList<Refusal.Field>();
        var answer = answer(given, remark, wrong);
        check(remark, pictures, given.version(), wrong);
        if (answer == null || !wrong.isEmpty() || given.version() == null) {
            throw Refusal.invalid("The answer is not complete.", wrong);
        }
        var ask = Ask.plain(TicketAction.ANSWER, new Give(answer), remark.isEmpty() ? null : remark)
                .of(given.version())
                .saying(data(given))
                .noting((kept, at) -> kept.with(kept.facts().withAnswer(
                        new LastAnswer(given.kind(), at, by.ref()), inTime(kept, at))))
                .then((kept, at) -> keep(kept, given, actor, remark, pictures, at));
        return desk.perform(id, ask);
    }

    private void keep(KeptTicket kept, Given given, Actor actor, String remark, List<UUID> pictures, Instant at) {
        var by = By.of(actor);
        var row = new AnswerRow(Ids.next(at), at, by.ref(), given.kind(), remark, given.until(), given.misdirectedTo());
        history.addAnswer(kept.id(), row);
        urgencies.answered(kept.id(), at);
        var used = files.use(kept.id(), actor, pictures, Source.ANSWER, row.id(), "photoIds");
        if (used.stream().anyMatch(file -> file.type() != FileType.PICTURE)) {
            throw Refusal.invalid("photoIds", pictures, "NOT_A_PHOTO", "Add other files to the ticket by a note.");
        }
    }

    private @Nullable Answer answer(Given given, String remark, List<Refusal.Field> wrong) {
        return switch (given.kind()) {
            case FOUND_FORWARDED -> new Answer.FoundForwarded();
            case FOUND_DAMAGED -> new Answer.FoundDamaged();
            case NOT_FOUND -> new Answer.NotFound();
            case MISDIRECTED -> misdirected(given.misdirectedTo(), wrong);
            case WAITING_CUSTOMER -> given.until() == null ? missing(wrong) : new Answer.WaitingCustomer(given.until());
            case EXPLAINED -> explained(remark, wrong);
            case ON_THE_WAY -> given.until() == null ? missing(wrong) : new Answer.OnTheWay(given.until());
        };
    }

    private @Nullable Answer misdirected(@Nullable String to, List<Refusal.Field> wrong) {
        if (to == null || !ladders.isPlace(to)) {
            wrong.add(new Refusal.Field("misdirectedTo", to, "UNKNOWN", "Name a working hub or outlet by its code."));
            return null;
        }
        return new Answer.Misdirected(ladders.of(to));
    }

    private static @Nullable Answer explained(String remark, List<Refusal.Field> wrong) {
        if (remark.isEmpty()) {
            wrong.add(new Refusal.Field("remark", null, "MISSING", "Say what happened and what was done."));
            return null;
        }
        return new Answer.Explained();
    }

    private static @Nullable Answer missing(List<Refusal.Field> wrong) {
        wrong.add(new Refusal.Field("until", null, "MISSING", "Say until when."));
        return null;
    }

    private static void check(String remark, List<UUID> pictures, @Nullable Integer version,
            List<Refusal.Field> wrong) {
        if (remark.length() > REMARK) {
            wrong.add(new Refusal.Field("remark", null, "TOO_LONG", "Write at most %d characters.".formatted(REMARK)));
        }
        if (pictures.size() > PHOTOS || new HashSet<>(pictures).size() != pictures.size()) {
            wrong.add(new Refusal.Field("photoIds", pictures, "TOO_MANY", "At most %d photos.".formatted(PHOTOS)));
        }
        if (version == null) {
            wrong.add(new Refusal.Field("version", null, "MISSING", "Send the version that you have before you."));
        }
    }

    /** In time is an answer of the first holder before the first due. */
    private static boolean inTime(KeptTicket kept, Instant at) {
        return kept.due() == null || !TicketRules.owed(kept.ticket()) || !at.isAfter(kept.due());
    }

    private static Map<String, Object> data(Given given) {
        var data = new HashMap<String, Object>();
        data.put("kind", given.kind().name());
        if (given.until() != null) {
            data.put("until", given.until().toString());
        }
        if (given.misdirectedTo() != null) {
            data.put("misdirectedTo", given.misdirectedTo());
        }
        return data;
    }
}
