package io.waypost.core.dialogue;

import static io.waypost.core.dialogue.DialogueState.PERSON;

import io.waypost.core.dialogue.DialogueState.Step;
import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.Event.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bot's side of a conversation (机器人对话), as a state machine: what was said or found out goes in, what to say, to look up or to do comes
 * out. Pure and safe for threads.
 *
 * <p>Nothing is done that the customer has not said yes to: {@link Query.OpenCase} comes of a yes to {@link Say#CONFIRM} alone. A person is
 * called at the first word of it, and before anything else is looked at.
 */
public final class Dialogue {

    static final int MISSES = 2;
    private static final int PROOFS = 3;
    private static final int CHOICES = 3;

    private Dialogue() {}

    /** What follows from an event. */
    public static Turn step(DialogueState state, Event event) {
        return switch (event) {
            case Event.Said(var words) -> said(state, words);
            case Event.Sent _ -> sent(state);
            case Event.Reread(var words) -> begin(state, words);
            case Event.Parcel parcel -> parcel(state, parcel);
            case Event.Parcels(var waybills, var words) -> parcels(state, waybills, words);
            case Event.Opened(boolean joined, var facts) ->
                say(state.free(true), reply(joined ? Say.CASE_JOINED : Say.CASE_OPENED, facts),
                        reply(Say.ANYTHING_ELSE));
            case Event.NotOpened _ -> hand(state, Reason.REFUSED);
            case Event.Progress(var lines) -> progress(state, lines);
            case Event.Answers(var found, boolean sure) -> answers(state, found, sure);
            case Event.Facts(var facts) -> SendingTalk.told(state, act(state), facts);
        };
    }

    private static Turn said(DialogueState before, Understanding words) {
        var reason = Alarms.reason(before, words);
        var state = before.feeling(Alarms.feeling(before.mood(), words.mood()));
        if (reason.isPresent()) {
            return hand(state, reason.get());
        }
        if (state.step() != Step.FREE && ShortWords.cancel(words)) {
            return say(state.free(false), reply(Say.CANCELLED));
        }
        return switch (state.step()) {
            case FREE -> free(state, words);
            case ASKED_PARCEL -> askedParcel(state, words);
            case ASKED_PROOF -> askedProof(state, words);
            case ASKED_DETAIL -> confirm(state.told(words.text()));
            case ASKED_YES -> askedYes(state, words);
            case ASKED_MATTER, ASKED_ANSWER -> chosen(state, words);
            case ASKED_ROUTE -> SendingTalk.answers(state, words)
                    ? SendingTalk.answered(state, words, act(state))
                    : free(state.at(Step.FREE), words);
        };
    }

    private static Turn free(DialogueState state, Understanding words) {
        var numbers = words.slots().waybills();
        if (!numbers.isEmpty() && ShortWords.hardlyMore(words)) {
            return begin(state.about(Intent.TRACK), words);
        }
        if (SendingTalk.otherWeight(state, words)) {
            return begin(state.about(Intent.PRICE), words);
        }
        if (words.belonging() < Understanding.OUTSIDE && numbers.isEmpty()) {
            return miss(state, Say.NOT_OURS);
        }
        if (words.clear()) {
            return begin(state.about(words.intent()), words);
        }
        if (words.between()) {
            var offered = words.guesses().stream().map(Guess::intent).filter(Intent::matter).limit(2).toList();
            return choose(state.asking(words.text()), offered);
        }
        return ask(state.asking(words.text()), new Query.Find(words.plain()));
    }

    private static Turn choose(DialogueState state, List<Intent> offered) {
        var choices = new ArrayList<>(offered.stream().map(Intent::name).toList());
        var options = new ArrayList<>(offered.stream().map(Intent::chinese).toList());
        choices.add(PERSON);
        options.add(Intent.HUMAN.chinese());
        return say(state.offering(Step.ASKED_MATTER, choices), new Reply(Say.CHOOSE_MATTER, Map.of(), options));
    }

    private static Turn begin(DialogueState state, Understanding words) {
        var intent = matter(state);
        var plan = Plan.of(intent);
        if (intent == Intent.GREETING) {
            return say(state.free(false), new Reply(Say.HELLO, Map.of(), List.of()));
        }
        if (intent == Intent.THANKS) {
            return new Turn(state.free(false), List.of(reply(Say.GOODBYE)), null, new End.Solved());
        }
        if (plan.isEmpty()) {
            return ask(state.asking(words.text()), new Query.Find(words.plain()));
        }
        if (plan.get().act().beforehand()) {
            var sending = SendingTalk.begin(state, words, plan.get().act());
            if (sending.isPresent()) {
                return sending.get();
            }
        }
        var with = told(intent, words) ? state.told(words.text()) : state;
        var number = words.slots().waybills().stream().findFirst().orElse(null);
        if (number != null && !number.equals(with.waybill())) {
            return ask(with.parcel(number, false),
                    new Query.LookUp(number, ShortWords.offeredProof(words).orElse(null)));
        }
        var known = with.waybill();
        return known == null ? ask(with, new Query.OwnParcels()) : ask(with, new Query.LookUp(known, null));
    }

    /** Whether the message says the detail with the matter, so that it need not be asked for. */
    private static boolean told(Intent intent, Understanding words) {
        var slots = words.slots();
        return switch (intent) {
            case CHANGE_TIME -> !slots.when().empty();
            case CHANGE_ADDRESS -> slots.to() != null && words.plain().length() > 12;
            default -> false;
        };
    }

    private static Turn askedParcel(DialogueState state, Understanding words) {
        var number = words.slots().waybills().stream().findFirst().or(() -> ShortWords.choice(state, words))
                .orElse(null);
        if (PERSON.equals(number)) {
            return hand(state, Reason.ASKED);
        }
        if (number != null) {
            return ask(state.parcel(number, false),
                    new Query.LookUp(number, ShortWords.offeredProof(words).orElse(null)));
        }
        return otherwise(state, words, reply(Say.ASK_PARCEL));
    }

    private static Turn askedProof(DialogueState state, Understanding words) {
        var proof = ShortWords.proof(words).orElse(null);
        var waybill = state.waybill();
        if (proof != null && waybill != null) {
            return ask(state, new Query.LookUp(waybill, proof));
        }
        var number = words.slots().waybills().stream().findFirst().orElse(null);
        return number != null
                ? ask(state.parcel(number, false), new Query.LookUp(number, null))
                : otherwise(state, words, reply(Say.ASK_PROOF));
    }

    /** Not what was asked for: another matter that is clear, or a miss; after two a person. */
    private static Turn otherwise(DialogueState state, Understanding words, Reply again) {
        if (words.clear() && words.intent() != state.matter()) {
            return begin(state.at(Step.FREE).about(words.intent()), words);
        }
        var missed = state.missed();
        return missed.misses() >= MISSES ? hand(missed, Reason.NOT_UNDERSTOOD) : say(missed, again);
    }

    private static Turn askedYes(DialogueState state, Understanding words) {
        var plan = Plan.of(matter(state)).orElseThrow();
        var waybill = state.waybill();
        var kind = plan.kind();
        if (ShortWords.yes(words) && waybill != null && kind != null) {
            return ask(state, new Query.OpenCase(kind, waybill, description(state)));
        }
        if (ShortWords.no(words)) {
            return say(state.free(false), reply(Say.CANCELLED));
        }
        return otherwise(state, words, reply(Say.CONFIRM_AGAIN));
    }

    private static Turn chosen(DialogueState state, Understanding words) {
        var choice = ShortWords.choice(state, words).orElse(null);
        if (choice == null) {
            // Whoever writes something else instead of a number has said it more clearly.
            return words.clear() || words.between()
                    ? free(state.at(Step.FREE), words)
                    : miss(state, Say.NOT_UNDERSTOOD);
        }
        if (choice.equals(PERSON)) {
            return hand(state, state.step() == Step.ASKED_ANSWER ? Reason.NO_ANSWER : Reason.ASKED);
        }
        if (state.step() == Step.ASKED_ANSWER) {
            return ask(state, new Query.Read(choice));
        }
        var question = state.question();
        var meant = state.about(Intent.valueOf(choice));
        return question == null ? begin(meant, words) : ask(meant, new Query.Reread(question));
    }

    private static Turn sent(DialogueState state) {
        if (state.step() == Step.ASKED_DETAIL) {
            return confirm(state.told("（客户发来图片或文件）"));
        }
        return miss(state, Say.NOT_UNDERSTOOD);
    }

    private static Turn parcel(DialogueState state, Event.Parcel parcel) {
        return switch (parcel.found()) {
            case UNKNOWN -> {
                var missed = state.missed();
                yield missed.misses() > MISSES
                        ? hand(missed, Reason.NOT_UNDERSTOOD)
                        : say(missed.at(Step.ASKED_PARCEL),
                                reply(Say.PARCEL_UNKNOWN, Map.of("waybill", parcel.waybill())));
            }
            case UNPROVEN -> say(state.parcel(parcel.waybill(), false).at(Step.ASKED_PROOF), reply(Say.ASK_PROOF));
            case WRONG_PROOF -> {
                var missed = state.missed();
                yield missed.misses() >= PROOFS
                        ? hand(missed, Reason.UNPROVEN)
                        : say(missed.at(Step.ASKED_PROOF),
                                reply(Say.WRONG_PROOF, Map.of("waybill", parcel.waybill())));
            }
            case TOO_MANY -> hand(state, Reason.UNPROVEN);
            case PROVEN -> proven(state.parcel(parcel.waybill(), true), parcel.facts());
        };
    }

    private static Turn proven(DialogueState state, Map<String, String> facts) {
        var plan = Plan.of(matter(state)).orElseThrow();
        var status = reply(Say.STATUS, facts);
        return switch (plan.act()) {
            case TELL_STATUS, TELL_TIME, ANSWER, QUOTE, TELL_SERVICE, TELL_OUTLETS, ADVISE ->
                say(state.free(true), status, reply(Say.ANYTHING_ELSE));
            case TELL_PROGRESS -> ask(state, new Query.Cases(String.valueOf(state.waybill())));
            case OPEN_CASE -> {
                var detail = plan.detail();
                if (detail != null && state.detail() == null) {
                    yield say(state.at(Step.ASKED_DETAIL), status, reply(detail));
                }
                var confirm = confirm(state);
                yield new Turn(confirm.state(), List.of(status, confirm.replies().getFirst()), null, null);
            }
        };
    }

    private static Turn confirm(DialogueState state) {
        return say(state.at(Step.ASKED_YES), reply(Say.CONFIRM, Map.of("waybill", String.valueOf(state.waybill()),
                "matter", matter(state).chinese(), "detail", state.detail() == null ? "" : state.detail())));
    }

    private static String description(DialogueState state) {
        var detail = state.detail();
        return "客户要求：" + matter(state).chinese() + (detail == null ? "" : "。客户原话：" + detail);
    }

    private static Turn parcels(DialogueState state, List<String> waybills, List<String> words) {
        if (waybills.isEmpty()) {
            return say(state.at(Step.ASKED_PARCEL), reply(Say.ASK_PARCEL));
        }
        if (waybills.size() == 1) {
            return ask(state.parcel(waybills.getFirst(), false), new Query.LookUp(waybills.getFirst(), null));
        }
        return say(state.offering(Step.ASKED_PARCEL, waybills), new Reply(Say.CHOOSE_PARCEL, Map.of(), words));
    }

    private static Turn progress(DialogueState state, List<String> lines) {
        return lines.isEmpty()
                ? say(state.free(true), reply(Say.NO_PROGRESS), reply(Say.ANYTHING_ELSE))
                : say(state.free(true), reply(Say.PROGRESS, Map.of("lines", String.join("\n", lines))),
                        reply(Say.ANYTHING_ELSE));
    }

    private static Turn answers(DialogueState state, List<Answer> found, boolean sure) {
        var act = state.matter() == null ? null : Plan.of(matter(state)).map(Plan::act).orElse(null);
        if (found.isEmpty()) {
            var further = SendingTalk.unknown(state, act);
            if (further.isPresent()) {
                return further.get();
            }
            var missed = state.at(Step.FREE).missed();
            return missed.misses() >= MISSES ? hand(missed, Reason.NO_ANSWER) : say(missed, reply(Say.NO_ANSWER));
        }
        if (sure) {
            var best = found.getFirst();
            var answer = reply(Say.ANSWER, Map.of("title", best.title(), "text", best.text()));
            return SendingTalk.further(state, act, answer)
                    .orElseGet(() -> say(state.free(true), answer, reply(Say.ANYTHING_ELSE)));
        }
        var top = found.subList(0, Math.min(CHOICES, found.size()));
        var choices = new ArrayList<>(top.stream().map(Answer::id).toList());
        var options = new ArrayList<>(top.stream().map(Answer::title).toList());
        choices.add(PERSON);
        options.add("都不是，" + Intent.HUMAN.chinese());
        return say(state.offering(Step.ASKED_ANSWER, choices), new Reply(Say.CHOOSE_ANSWER, Map.of(), options));
    }

    private static Turn miss(DialogueState state, Say say) {
        var missed = state.missed();
        return missed.misses() >= MISSES ? hand(missed, Reason.NOT_UNDERSTOOD) : say(missed, reply(say));
    }

    private static Turn hand(DialogueState state, Reason reason) {
        return new Turn(state, List.of(), null, new End.HandOver(reason));
    }

    private static Turn ask(DialogueState state, Query query) {
        return new Turn(state, List.of(), query, null);
    }

    private static Turn say(DialogueState state, Reply... replies) {
        return new Turn(state, List.of(replies), null, null);
    }

    private static Reply reply(Say say) {
        return new Reply(say, Map.of(), List.of());
    }

    private static Reply reply(Say say, Map<String, String> values) {
        return new Reply(say, values, List.of());
    }

    private static Plan.Act act(DialogueState state) {
        return Plan.of(matter(state)).orElseThrow().act();
    }

    private static Intent matter(DialogueState state) {
        var matter = state.matter();
        return matter == null ? Intent.TRACK : matter;
    }

}
