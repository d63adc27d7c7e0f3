package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.app.parcel.FindingView;
import io.waypost.app.parcel.LimitView;
import io.waypost.app.ticket.HistoryStore.AnswerRow;
import io.waypost.app.ticket.HistoryStore.Entry;
import io.waypost.app.ticket.TicketView.Action;
import io.waypost.app.ticket.TicketView.AnswerView;
import io.waypost.app.ticket.TicketView.HistoryView;
import io.waypost.app.ticket.TicketView.PhotoView;
import io.waypost.app.ticket.TicketView.Who;
import io.waypost.app.watch.Finding;
import io.waypost.app.watch.Findings;
import io.waypost.core.ticket.TicketState.Closed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tickets as their readers see them: within the reader's scope, with what the reader may do. */
@Component
class TicketViews implements Tickets {

    private final TicketStore store;
    private final HistoryStore history;
    private final PhotoStore photos;
    private final Findings findings;
    private final Network network;

    TicketViews(TicketStore store, HistoryStore history, PhotoStore photos, Findings findings, Network network) {
        this.store = store;
        this.history = history;
        this.photos = photos;
        this.findings = findings;
        this.network = network;
    }

    @Transactional(readOnly = true)
    TicketView of(UUID id) {
        var kept = store.find(id).orElseThrow(() -> Refusal.notFound("ticket", id));
        var findingId = kept.facts().findingId();
        var finding = findingId == null ? null : findings.find(findingId).map(this::finding).orElse(null);
        var pictures = photos.byAnswer(id);
        return new TicketView(
                TicketRow.of(kept, network),
                finding,
                history.answersOf(id).stream().map(answer -> answer(answer, pictures)).toList(),
                history.of(id).stream().map(this::entry).toList(),
                allowed(kept, Acting.current()));
    }

    @Transactional(readOnly = true)
    List<TicketRow> ofParcel(String waybill) {
        return store.ofParcel(waybill).stream().map(kept -> TicketRow.of(kept, network)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OpenTicket> open(String waybill) {
        return store.ofParcel(waybill).stream()
                .filter(kept -> !(kept.ticket().state() instanceof Closed))
                .findFirst()
                .map(kept -> new OpenTicket(kept.id(), kept.ticket().state(),
                        kept.facts().lastAnswer() == null ? null : kept.facts().lastAnswer().kind()));
    }

    /** What the actor may do with the ticket now; the desk refuses everything else. */
    static List<Action> allowed(KeptTicket kept, Actor actor) {
        var allowed = new ArrayList<Action>();
        if (kept.ticket().state() instanceof Closed) {
            return allowed;
        }
        if (actor.may(Permission.TICKET_ANSWER) && actor.scope().reaches(kept.placePath())) {
            allowed.add(Action.ANSWER);
        }
        if (actor.may(Permission.TICKET_NOTE)) {
            allowed.add(Action.NOTE);
        }
        if (actor.may(Permission.TICKET_OPEN)) {
            allowed.add(Action.URGE);
        }
        if (actor.may(Permission.TICKET_URGENT) && !kept.ticket().urgent()) {
            allowed.add(Action.URGENT);
        }
        if (actor.may(Permission.TICKET_CLOSE) && actor.scope().reaches(kept.holder().unitPath())) {
            allowed.add(Action.CLOSE);
        }
        return allowed;
    }

    private AnswerView answer(AnswerRow answer, Map<UUID, List<PhotoView>> pictures) {
        return new AnswerView(answer.id(), answer.at(), answer.by(), answer.kind(), answer.remark(), answer.until(),
                unit(answer.misdirectedTo()), pictures.getOrDefault(answer.id(), List.of()));
    }

    private HistoryView entry(Entry entry) {
        return new HistoryView(entry.id(), entry.at(), new Who(entry.by().kind(), entry.by().name()), entry.what(),
                entry.level(), unit(entry.unitCode()), entry.person(), entry.text(), entry.data());
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
