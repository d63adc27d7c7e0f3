package io.waypost.bot.evaluate;

import io.waypost.bot.answer.AnswerHit;
import io.waypost.bot.answer.AnswerIndex;
import io.waypost.core.dialogue.Dialogue.Answer;
import io.waypost.core.dialogue.Dialogue.Event;
import io.waypost.core.dialogue.Dialogue.Found;
import io.waypost.core.dialogue.Dialogue.Query;
import io.waypost.core.dialogue.DialogueState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The world of an examined talk: two parcels, a knowledge base, and the cases that were opened in it. For one talk and one thread. */
final class TalkWorld {

    /** As the platform's, so that what is examined is what customers get. */
    private static final double LEAST = 0.55;
    private static final double NEAR = 0.78;
    private static final double LIKELY = 0.62;
    private static final double AHEAD = 0.08;
    private static final int OFFERED = 3;
    private static final Map<String, Set<String>> PHONES = Map.of(TalkPaper.WAYBILL, Set.of("2222", "1111"),
            TalkPaper.OTHER, Set.of("3333"));

    private final AnswerIndex answers;
    final List<String> cases = new ArrayList<>();

    TalkWorld(AnswerIndex answers) {
        this.answers = answers;
    }

    Event find(DialogueState state, Query query) {
        return switch (query) {
            case Query.LookUp look -> lookUp(state, look);
            case Query.OwnParcels _ -> new Event.Parcels(List.of(), List.of());
            case Query.OpenCase open -> {
                cases.add(open.kind());
                yield new Event.Opened(false, Map.of("number", "T1"));
            }
            case Query.Cases _ -> new Event.Progress(cases);
            case Query.Find(var question) -> find(question);
        };
    }

    private static Event lookUp(DialogueState state, Query.LookUp look) {
        var phones = PHONES.get(look.waybill());
        if (phones == null) {
            return new Event.Parcel(Found.UNKNOWN, look.waybill(), Map.of());
        }
        var digits = look.digits();
        boolean before = state.proven() && look.waybill().equals(state.waybill());
        var found = digits == null
                ? before ? Found.PROVEN : Found.UNPROVEN
                : phones.contains(digits) ? Found.PROVEN : Found.WRONG_PROOF;
        return new Event.Parcel(found, look.waybill(), Map.of("waybill", look.waybill()));
    }

    private Event find(String question) {
        if (question.startsWith("id:")) {
            return new Event.Answers(List.of(new Answer(question.substring(3), "", "")), true);
        }
        var hits = answers.find(question, OFFERED).stream().filter(hit -> hit.score() >= LEAST).toList();
        return new Event.Answers(hits.stream().map(hit -> new Answer(hit.id(), hit.id(), "")).toList(), sure(hits));
    }

    private static boolean sure(List<AnswerHit> hits) {
        if (hits.isEmpty()) {
            return false;
        }
        double best = hits.getFirst().score();
        return best >= NEAR || (best >= LIKELY && (hits.size() == 1 || best - hits.get(1).score() >= AHEAD));
    }
}
