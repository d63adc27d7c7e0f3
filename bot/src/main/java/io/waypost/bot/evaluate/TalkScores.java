package io.waypost.bot.evaluate;

import io.waypost.bot.Understander;
import io.waypost.bot.answer.AnswerIndex;
import io.waypost.core.dialogue.Dialogue;
import io.waypost.core.dialogue.DialogueState;
import io.waypost.core.dialogue.End;
import io.waypost.core.dialogue.Event;
import io.waypost.core.dialogue.Query;
import io.waypost.core.dialogue.Say;
import io.waypost.core.dialogue.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scores of whole talks.
 *
 * @param right everything that was wanted came, and no case besides
 * @param persons of those that want a person, those that got one
 * @param actions cases that nobody wanted: there must be none
 */
record TalkScores(Share right, Share persons, int actions, List<String> wrong) {

    static TalkScores of(List<TalkPaper> talks, Understander bot, AnswerIndex answers) {
        int right = 0;
        int persons = 0;
        int called = 0;
        int actions = 0;
        var wrong = new ArrayList<String>();
        for (var talk : talks) {
            var world = new TalkWorld(bot, answers);
            var came = play(talk, bot, world);
            boolean wants = talk.wanted().stream().anyMatch(each -> each.startsWith("person"));
            persons += wants ? 1 : 0;
            called += wants && came.contains("person") ? 1 : 0;
            var unwanted = world.cases.stream().filter(kind -> !talk.wanted().contains("case " + kind)).toList();
            actions += unwanted.size();
            boolean all = talk.wanted().stream().allMatch(each -> each.equals("nothing")
                    ? world.cases.isEmpty() && !came.contains("person")
                    : came.contains(each));
            if (all && unwanted.isEmpty()) {
                right++;
            } else {
                wrong.add(talk.name() + ": wanted " + talk.wanted() + ", came " + came);
            }
        }
        return new TalkScores(new Share(right, talks.size()), new Share(called, persons), actions, wrong);
    }

    private static Set<String> play(TalkPaper talk, Understander bot, TalkWorld world) {
        var came = new HashSet<String>();
        var state = DialogueState.NEW;
        for (var text : talk.turns()) {
            Turn turn = Dialogue.step(state, new Event.Said(bot.understand(text)));
            while (true) {
                turn.replies().forEach(reply -> came.addAll(named(reply.say())));
                var query = turn.query();
                if (query == null) {
                    break;
                }
                if (query instanceof Query.OpenCase open) {
                    came.add("case " + open.kind());
                }
                turn = Dialogue.step(turn.state(), world.find(turn.state(), query));
            }
            state = turn.state();
            if (turn.end() instanceof End.HandOver(var reason)) {
                came.add("person");
                came.add("person " + reason);
                break;
            }
            if (turn.end() instanceof End.Solved) {
                came.add("ended");
                state = DialogueState.NEW;
            }
        }
        return came;
    }

    private static Set<String> named(Say say) {
        return switch (say) {
            case STATUS -> Set.of("status");
            case PROGRESS, NO_PROGRESS -> Set.of("progress");
            case ANSWER, CHOOSE_ANSWER, QUOTED, TRANSIT, SERVED, OUTLETS, ADVISED -> Set.of("answer");
            default -> Set.of();
        };
    }
}
