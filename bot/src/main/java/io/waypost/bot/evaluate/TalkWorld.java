package io.waypost.bot.evaluate;

import io.waypost.bot.Understander;
import io.waypost.bot.answer.AnswerConfidence;
import io.waypost.bot.answer.AnswerHit;
import io.waypost.bot.answer.AnswerIndex;
import io.waypost.core.dialogue.DialogueState;
import io.waypost.core.dialogue.Event;
import io.waypost.core.dialogue.Event.Found;
import io.waypost.core.dialogue.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The world of an examined talk: two parcels, a knowledge base, and the cases that were opened in it. For one talk and one thread. */
final class TalkWorld {

    private static final int OFFERED = 3;
    private static final Map<String, Set<String>> PHONES = Map.of(TalkPaper.WAYBILL, Set.of("2222", "1111"),
            TalkPaper.OTHER, Set.of("3333"));

    private final Understander bot;
    private final AnswerIndex answers;
    final List<String> cases = new ArrayList<>();

    TalkWorld(Understander bot, AnswerIndex answers) {
        this.bot = bot;
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
            case Query.Read(var article) -> new Event.Answers(List.of(new Event.Answer(article, article, "")), true);
            case Query.Reread(var words) -> new Event.Reread(bot.understand(words));
            case Query.Quote _,Query.Transit _,Query.Served _,Query.Outlets _ ->
                new Event.Facts(Map.of("known", "yes"));
            // What is advised of which goods is the platform's to know.
            case Query.Advise _ -> new Event.Facts(Map.of());
        };
    }

    private static Event lookUp(DialogueState state, Query.LookUp look) {
        var digits = look.digits();
        boolean before = state.proven() && look.waybill().equals(state.waybill());
        if (!before && digits == null) {
            return new Event.Parcel(Found.UNPROVEN, look.waybill(), Map.of());
        }
        boolean proven = before || PHONES.getOrDefault(look.waybill(), Set.of()).contains(digits);
        return new Event.Parcel(proven ? Found.PROVEN : Found.WRONG_PROOF, look.waybill(),
                Map.of("waybill", look.waybill()));
    }

    private Event find(String question) {
        var hits = answers.find(question, OFFERED).stream()
                .filter(hit -> hit.score() >= AnswerConfidence.LEAST_BY_MEANING).toList();
        return new Event.Answers(hits.stream().map(hit -> new Event.Answer(hit.id(), hit.id(), "")).toList(),
                AnswerConfidence.sure(hits.stream().map(AnswerHit::score).toList()));
    }
}
