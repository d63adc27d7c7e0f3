package io.waypost.core.dialogue;

import io.waypost.core.dialogue.DialogueState.Step;
import io.waypost.core.dialogue.Plan.Act;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.core.slot.Slots;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a dialogue that is about a parcel that there is not yet (寄件前咨询): price, time, places, packing. Where a message names
 * neither place nor weight the knowledge base tells the rules, and the customer is asked for what a figure needs. Pure.
 */
final class SendingTalk {

    /** Words around a place or a weight that mean nothing else. */
    private static final Pattern FILLER = Pattern.compile(
            "[\\d.,，。！!？?、~～ +-]|[零〇一二三四五六七八九十百两半几]|公斤|千克|斤|克|吨|kg|从|到|寄|发|往|去|至|大概|大约|差不多|左右|[那呢吧啊呀的我要是个出给在里这边]");
    private static final Pattern KIND = Pattern.compile("(?:特别行政区|(?:壮族|回族|维吾尔)?自治[区州县]|省|市|区|县|州|盟)$");
    /** So many characters more, and it is not only an answer. */
    private static final int MORE = 2;

    private SendingTalk() {}

    /** Begins such a matter; empty where it is about a parcel that is under way. */
    static Optional<Turn> begin(DialogueState state, Understanding words, Act act) {
        boolean parcel = !words.slots().waybills().isEmpty() || (state.waybill() != null && !named(words.slots()));
        if (act == Act.TELL_TIME && parcel && words.slots().from() == null) {
            return Optional.empty();
        }
        var known = state.asking(words.text());
        if (act == Act.ADVISE) {
            return Optional.of(ask(known, new Query.Advise(words.plain(), words.slots().moneyFen())));
        }
        return Optional.of(named(words.slots())
                ? go(known.sends(state.sending().with(words)), act, words.slots())
                : ask(known, new Query.Find(words.plain())));
    }

    /**
     * Whether the message answers what was asked for and says nothing else: “北京的快递丢了” names a place too, and is another matter; whoever
     * says more is heard anew.
     */
    static boolean answers(DialogueState state, Understanding words) {
        var rest = rest(words);
        boolean other = words.clear() && words.intent() != state.matter() && !rest.isEmpty();
        return named(words.slots()) && words.slots().waybills().isEmpty() && rest.length() <= MORE && !other;
    }

    /** What is left of a message without its places, its weight and the words around them. */
    private static String rest(Understanding words) {
        var rest = words.plain();
        for (var place : Stream.of(words.slots().from(), words.slots().to()).filter(Objects::nonNull)
                .flatMap(SendingTalk::names).toList()) {
            rest = rest.replace(place, "").replace(KIND.matcher(place).replaceFirst(""), "");
        }
        return FILLER.matcher(rest).replaceAll("");
    }

    /** The names of a place and of what it lies in, the smallest first. */
    private static Stream<String> names(Division place) {
        var divisions = Divisions.china();
        return Stream.of(Optional.of(place), divisions.cityOf(place.code()), divisions.provinceOf(place.code()))
                .flatMap(Optional::stream).map(Division::name);
    }

    /** Whether it only changes the weight of what was priced before, as in “那三公斤呢”. */
    static boolean otherWeight(DialogueState state, Understanding words) {
        return state.sending().to() != null && words.slots().weightGrams() != null && words.slots().to() == null
                && words.slots().waybills().isEmpty() && !words.clear();
    }

    /** What was asked for was answered. */
    static Turn answered(DialogueState state, Understanding words, Act act) {
        var sending = state.sending();
        boolean fromMissing = sending.to() != null && sending.from() == null
                && (act == Act.QUOTE || act == Act.TELL_TIME);
        return go(state.asking(words.text())
                .sends(fromMissing ? sending.answeredFrom(words) : sending.with(words)), act, words.slots());
    }

    private static Turn go(DialogueState state, Act act, Slots said) {
        var from = state.sending().from();
        var to = state.sending().to();
        return switch (act) {
            case QUOTE -> to == null
                    ? asking(state, from == null ? Say.ASK_ROUTE : Say.ASK_TO)
                    : ask(state, new Query.Quote(state.sending()));
            case TELL_TIME -> from == null || to == null
                    ? asking(state, to == null ? from == null ? Say.ASK_ROUTE : Say.ASK_TO : Say.ASK_FROM)
                    : ask(state, new Query.Transit(from, to));
            case TELL_SERVICE, TELL_OUTLETS -> {
                // Of this message first: what was priced before may have been another place.
                var named = said.to() == null ? said.from() : said.to();
                var place = named == null ? to == null ? from : to : named.code();
                yield place == null
                        ? asking(state, Say.ASK_PLACE)
                        : ask(state, act == Act.TELL_SERVICE ? new Query.Served(place) : new Query.Outlets(place));
            }
            case TELL_STATUS, TELL_PROGRESS, OPEN_CASE, ANSWER, ADVISE ->
                throw new IllegalStateException("Not about what is to be sent: " + act);
        };
    }

    /** Says what was found out; empty facts are left to the knowledge base. */
    static Turn told(DialogueState state, Act act, Map<String, String> facts) {
        if (facts.isEmpty()) {
            return ask(state, new Query.Find(String.valueOf(state.question())));
        }
        var said = reply(said(act), facts);
        return act == Act.QUOTE && state.sending().from() == null
                ? new Turn(open(state), List.of(said, reply(Say.ASK_FROM, Map.of())), null, null)
                : new Turn(state.free(true), List.of(said, reply(Say.ANYTHING_ELSE, Map.of())), null, null);
    }

    /** After a rule was told: the customer may name what a figure needs; empty where nothing would come of it. */
    static Optional<Turn> further(DialogueState state, @Nullable Act act, Reply answer) {
        return named(state)
                ? Optional.empty()
                : hint(act).map(hint -> new Turn(open(state), List.of(answer, reply(hint, Map.of())), null, null));
    }

    /** Where no rule was found either; it is a miss, so that nobody is asked without end. */
    static Optional<Turn> unknown(DialogueState state, @Nullable Act act) {
        var missed = state.missed();
        return named(state) || missed.misses() >= Dialogue.MISSES
                ? Optional.empty()
                : hint(act).map(hint -> asking(missed, hint));
    }

    private static boolean named(DialogueState state) {
        return state.sending().from() != null || state.sending().to() != null;
    }

    private static Optional<Say> hint(@Nullable Act act) {
        return act == Act.QUOTE || act == Act.TELL_TIME
                ? Optional.of(Say.ASK_ROUTE)
                : act == Act.TELL_SERVICE || act == Act.TELL_OUTLETS ? Optional.of(Say.ASK_PLACE) : Optional.empty();
    }

    private static Say said(Act act) {
        return switch (act) {
            case QUOTE -> Say.QUOTED;
            case TELL_TIME -> Say.TRANSIT;
            case TELL_SERVICE -> Say.SERVED;
            case TELL_OUTLETS -> Say.OUTLETS;
            case ADVISE -> Say.ADVISED;
            case TELL_STATUS, TELL_PROGRESS, OPEN_CASE, ANSWER ->
                throw new IllegalStateException("Not about what is to be sent: " + act);
        };
    }

    /** The matter stays open, though something was answered already. */
    private static DialogueState open(DialogueState state) {
        var matter = state.matter();
        var free = state.free(true);
        return matter == null ? free : free.about(matter).at(Step.ASKED_ROUTE);
    }

    private static boolean named(Slots slots) {
        Division from = slots.from();
        return from != null || slots.to() != null || slots.weightGrams() != null;
    }

    private static Turn asking(DialogueState state, Say say) {
        return new Turn(state.at(Step.ASKED_ROUTE), List.of(reply(say, Map.of())), null, null);
    }

    private static Turn ask(DialogueState state, Query query) {
        return new Turn(state, List.of(), query, null);
    }

    private static Reply reply(Say say, Map<String, String> values) {
        return new Reply(say, values, List.of());
    }
}
