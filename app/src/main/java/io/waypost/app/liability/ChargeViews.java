package io.waypost.app.liability;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.liability.ChargeView.Action;
import io.waypost.app.liability.ChargeView.Burden;
import io.waypost.app.liability.ChargeView.ChargeRow;
import io.waypost.app.liability.ChargeView.Reasons;
import io.waypost.app.liability.ChargeView.ShareView;
import io.waypost.app.liability.ChargeView.Stop;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.liability.LiabilityState;
import io.waypost.core.liability.LiabilityState.Arbitration;
import io.waypost.core.liability.LiabilityState.Final;
import io.waypost.core.liability.Shares;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a charge to whoever asks, with what they may do. */
@Component
class ChargeViews {

    private final ChargeStore store;
    private final ChargePartStore parts;
    private final ChargeReach reach;
    private final Attachments attachments;
    private final Network network;

    ChargeViews(ChargeStore store, ChargePartStore parts, ChargeReach reach, Attachments attachments,
            Network network) {
        this.store = store;
        this.parts = parts;
        this.reach = reach;
        this.attachments = attachments;
        this.network = network;
    }

    @Transactional(readOnly = true)
    public ChargeView view(UUID id) {
        var kept = store.find(id).orElseThrow(() -> Refusal.notFound("charge", id));
        var judgement = kept.judgement();
        return new ChargeView(row(kept), judgement == null ? null : Reasons.of(judgement),
                kept.liability().shares().stream().map(share -> new ShareView(network.ref(share.unit()),
                        share.party(), share.duty(), share.perMille())).toList(),
                kept.chain().stream().map(this::stop).toList(), parts.evidence(id), parts.history(id),
                attachments.of(new Subject(ChargeSteps.KIND, id)), actions(kept), answersFor(kept));
    }

    ChargeRow row(KeptCharge kept) {
        var paper = kept.paper();
        var state = kept.liability().state();
        var judgement = kept.judgement();
        var link = judgement == null ? null : judgement.link();
        return new ChargeRow(kept.id(), paper.claim(), paper.number(), paper.waybill(), paper.kind(), paper.fen(),
                paper.paidAt(), kept.judgedAt(), state.name(), state instanceof Final(var ending) ? ending : null,
                state instanceof Arbitration(var tier) ? tier : null, state.due().orElse(null), link,
                link == null ? null : link.chinese(), judgement == null ? null : judgement.confidence(),
                undecided(state) && judgement != null ? judgement.doubt() : null, burdens(kept), kept.endedAt(),
                kept.version());
    }

    private static boolean undecided(LiabilityState state) {
        return state instanceof LiabilityState.Undecided;
    }

    private List<Burden> burdens(KeptCharge kept) {
        var fen = Shares.split(kept.liability().shares(), kept.paper().fen());
        return Shares.byUnit(kept.liability().shares()).entrySet().stream()
                .map(entry -> new Burden(network.ref(entry.getKey()), entry.getValue(),
                        fen.getOrDefault(entry.getKey(), 0L)))
                .sorted(Comparator.comparingInt(Burden::perMille).reversed()).toList();
    }

    private Stop stop(KeptCharge.Link link) {
        return new Stop(link.type(), link.type().chinese(), link.at(), network.ref(link.site()),
                ref(link.nextSite()), link.bag(), link.weightGrams(), link.remark());
    }

    private @Nullable UnitRef ref(@Nullable String code) {
        return code == null ? null : network.ref(code);
    }

    private List<Action> actions(KeptCharge kept) {
        return Acting.current() instanceof Actor.Person person ? reach.actions(person, kept) : List.of();
    }

    private List<UnitRef> answersFor(KeptCharge kept) {
        return Acting.current() instanceof Actor.Person person
                ? reach.speaksFor(person, kept).stream().map(network::ref).toList()
                : List.of();
    }
}
