package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.app.parcel.FindingView;
import io.waypost.app.parcel.LimitView;
import io.waypost.app.ticket.HistoryStore.AnswerRow;
import io.waypost.app.ticket.HistoryStore.Entry;
import io.waypost.app.ticket.TicketFiles.Filed;
import io.waypost.app.ticket.TicketFiles.Source;
import io.waypost.app.ticket.TicketView.AnswerView;
import io.waypost.app.ticket.TicketView.Brief;
import io.waypost.app.ticket.TicketView.ClockView;
import io.waypost.app.ticket.TicketView.FileView;
import io.waypost.app.ticket.TicketView.HistoryView;
import io.waypost.app.ticket.TicketView.MessageView;
import io.waypost.app.ticket.TicketView.PhotoView;
import io.waypost.app.ticket.TicketView.RatingView;
import io.waypost.app.ticket.TicketView.StageView;
import io.waypost.app.ticket.TicketView.Who;
import io.waypost.app.watch.Finding;
import io.waypost.app.watch.Findings;
import io.waypost.core.deadline.ClockRules;
import io.waypost.core.deadline.ClockState;
import io.waypost.core.ticket.TicketRules;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tickets as their readers see them: within the reader's scope, with what the reader may do. */
@Component
class TicketViews {

    private final TicketStore store;
    private final TicketRows rows;
    private final TicketRulebook rulebook;
    private final HistoryStore history;
    private final TicketFiles files;
    private final RatingStore ratings;
    private final CustomerMessages messages;
    private final ContactStore contacts;
    private final Findings findings;
    private final Network network;
    private final JsonMapper json;
    private final Clock clock;

    TicketViews(TicketStore store, TicketRows rows, TicketRulebook rulebook, HistoryStore history, TicketFiles files,
            RatingStore ratings, CustomerMessages messages, ContactStore contacts, Findings findings, Network network,
            JsonMapper json, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.rulebook = rulebook;
        this.history = history;
        this.files = files;
        this.ratings = ratings;
        this.messages = messages;
        this.contacts = contacts;
        this.findings = findings;
        this.network = network;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    TicketView of(UUID id) {
        var kept = store.find(id).orElseThrow(() -> Refusal.notFound("ticket", id));
        var findingId = kept.facts().findingId();
        var filed = files.of(id);
        var entries = history.of(id);
        return new TicketView(
                rows.of(kept),
                kept.intake().description(),
                network.ref(kept.ticket().ladder().place()),
                contacts.shown(id).orElse(null),
                findingId == null ? null : findings.find(findingId).map(this::finding).orElse(null),
                clock(kept, clock.instant()),
                stages(kept),
                history.answersOf(id).stream().map(answer -> answer(answer, filed)).toList(),
                messages.of(id).stream().map(one -> new MessageView(one.id(), one.at(), one.direction(),
                        one.by().name(), one.text())).toList(),
                filed.stream().map(TicketViews::file).toList(),
                ratings.of(id).stream().map(one -> new RatingView(one.stars(), one.words(), one.at())).toList(),
                entries.stream().map(this::entry).toList(),
                kept.intake().parentId() == null
                        ? null
                        : store.find(kept.intake().parentId()).map(this::brief).orElse(null),
                store.children(id).stream().map(this::brief).toList(),
                related(kept),
                triage(entries),
                TicketAuthorities.allowed(kept, Acting.current()));
    }

    @Transactional(readOnly = true)
    List<TicketRow> ofParcel(String waybill) {
        return store.ofParcel(waybill).stream().map(rows::of).toList();
    }

    private List<Brief> related(KeptTicket kept) {
        return kept.waybill() == null
                ? List.of()
                : store.ofParcel(kept.waybill()).stream()
                        .filter(other -> !other.id().equals(kept.id()) && !other.ticket().ended())
                        .map(this::brief).toList();
    }

    private Brief brief(KeptTicket kept) {
        return new Brief(kept.id(), kept.number(), rows.name(kept.ticket()), kept.ticket().state().name());
    }

    private @Nullable ClockView clock(KeptTicket kept, Instant now) {
        var running = kept.ticket().clock();
        if (running == null) {
            return null;
        }
        var terms = rulebook.of(kept);
        var reading = ClockRules.read(running.state(), now, terms.book());
        return new ClockView(running.stage(), running.party(), running.calendar().toString(),
                running.limit().toSeconds(), reading.used().certain().toSeconds(),
                TicketRules.due(kept.ticket(), terms).orElse(null),
                running.state() instanceof ClockState.Paused(_, _, var reason) ? reason : null);
    }

    /** One line a stage: that of the party that has it, else the first. */
    private List<StageView> stages(KeptTicket kept) {
        var ticket = kept.ticket();
        var sop = rulebook.of(kept).sop();
        var now = ticket.clock() == null ? null : ticket.clock().stage();
        var party = ticket.ladder().party(ticket.level());
        return sop.stages().stream().map(one -> one.stage()).distinct().map(stage -> {
            var own = sop.stage(stage, party).orElseThrow();
            return new StageView(stage, own.party(), (int) own.limit(ticket.urgent()).toMinutes(), stage == now,
                    ticket.ended() || (now != null && stage.compareTo(now) < 0), own.customerText(), own.requires());
        }).toList();
    }

    private AnswerView answer(AnswerRow answer, List<Filed> filed) {
        return new AnswerView(answer.id(), answer.at(), answer.by(), answer.kind(), answer.remark(), answer.until(),
                unit(answer.misdirectedTo()), pictures(answer, filed));
    }

    private static List<PhotoView> pictures(AnswerRow answer, List<Filed> filed) {
        return filed.stream().filter(one -> one.source() == Source.ANSWER && one.of().equals(answer.id()))
                .map(Filed::file)
                .map(file -> new PhotoView(file.id(), Objects.requireNonNullElse(file.width(), 0),
                        Objects.requireNonNullElse(file.height(), 0)))
                .toList();
    }

    private static FileView file(Filed filed) {
        var file = filed.file();
        return new FileView(file.id(), file.type(), file.name(), file.bytes(), file.width(), file.height(), file.at(),
                file.by(), filed.source(), filed.of());
    }

    /** It stands in the entry with which the ticket was opened. */
    private @Nullable TriageView triage(List<Entry> entries) {
        return entries.stream().map(entry -> entry.data().get(TriageNote.KEY)).filter(Objects::nonNull).findFirst()
                .map(note -> TriageView.of(json.convertValue(note, TriageNote.class), network::ref)).orElse(null);
    }

    private HistoryView entry(Entry entry) {
        var data = new HashMap<>(entry.data());
        data.remove(TriageNote.KEY);
        return new HistoryView(entry.id(), entry.at(), new Who(entry.by().kind(), entry.by().name()), entry.what(),
                entry.level(), unit(entry.unitCode()), entry.person(), entry.text(), data);
    }

    private FindingView finding(Finding finding) {
        return new FindingView(finding.id(), "SILENT", finding.waybill(), finding.raisedAt(), finding.silentSince(),
                finding.limitAt(), LimitView.of(finding.limit()), network.ref(finding.responsible().site()),
                finding.responsible().rule(), finding.clearedAt(), finding.clearedBy(), finding.verdict(),
                finding.ticketId());
    }

    private @Nullable UnitRef unit(@Nullable String code) {
        return code == null ? null : network.ref(code);
    }
}
