package io.waypost.bot.evaluate;

import io.waypost.bot.answer.AnswerConfidence;
import io.waypost.bot.answer.AnswerHit;
import io.waypost.bot.answer.AnswerIndex;
import io.waypost.core.dialogue.Event.Answer;
import io.waypost.core.dialogue.Event;
import io.waypost.core.dialogue.Event.Found;
import io.waypost.core.dialogue.Query;
import io.waypost.core.dialogue.DialogueState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The world of an examined talk: two parcels, a knowledge base, and the cases that were opened in it. For one talk and one thread. */
final class TalkWorld {

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
        var hits = answers.find(question, OFFERED).stream().filter(hit -> hit.score() >= AnswerConfidence.LEAST_BY_MEANING).toList();
        return new Event.Answers(hits.stream().map(hit -> new Answer(hit.id(), hit.id(), "")).toList(), AnswerConfidence.sure(hits.stream().map(AnswerHit::score).toList()));
    }
}
