package io.waypost.core.dialogue;

import static io.waypost.core.dialogue.DialogueState.PERSON;

import io.waypost.core.dialogue.DialogueState.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bot's side of a conversation (机器人对话), as a state machine: what was said or found out goes in, what to say, to look up or to do comes
 * out. Pure and safe for threads.
 *
 * <p>Nothing is done that the customer has not said yes to: {@link Query.OpenCase} comes of a yes to {@link Say#CONFIRM} alone. A person is
 * called at the first word of it, and before anything else is looked at.
 */
public final class Dialogue {

    private static final int MISSES = 2;
    private static final int PROOFS = 3;
    private static final int CHOICES = 3;
    private static final int DETAIL = 500;
    /** Above this sum, in fen, a person decides what is said. */
    private static final long MUCH = 1_000_00;
    private static final Set<Intent> CLAIMED = EnumSet.of(Intent.CLAIM, Intent.LOST, Intent.DAMAGED, Intent.SHORTAGE);
    private static final Pattern YES = Pattern
            .compile(
                    "^(?:是的?|对的?|好的?|可以|确认|嗯+|行|要|需要|没错|提交|同意|ok|okay|yes|y|1|对对|好呀|好啊|麻烦了?|那就?(?:这样|提交)|登记吧?)[吧啊呀的了!。,. ]*$");
    private static final Pattern NO = Pattern
            .compile("^(?:不(?:用|要|是|对|了|必|需要|行|可以|同意)*|否|别|没有|no|n|2|先不|暂时不)[了吧啊的!。,. ]*$");
    private static final Pattern CANCEL = Pattern.compile("^(?:算了|取消|不用了|返回|退出|重新来|重来|不弄了|不办了|撤销|上一步)[吧了啊!。, ]*$");
    private static final Pattern DIGITS = Pattern
            .compile("(?<![a-z0-9])(?:(\\d{4})|(\\d)[ -](\\d)[ -](\\d)[ -](\\d))(?![0-9年])");
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";
    private static final Pattern SPOKEN = Pattern
            .compile("(?<![零〇一二三四五六七八九幺两])[零〇一二三四五六七八九幺两]{4}(?![零〇一二三四五六七八九幺两十百千])");
    private static final Pattern CHILD = Pattern
            .compile(
                    "(?:我|才|今年|刚)(?:才|今年|刚|满|是|只有)*(?:[3-9]|1[0-3]|[三四五六七八九十]|十[一二三])岁|我(?:是|还是)?(?:个)?(?:小学生|小朋友|未成年)");

    private Dialogue() {}

    /** What is said to the customer; the names are keys of the catalogue of sentences. */
    public enum Say {
        HELLO,
        CHOOSE_MATTER,
        NOT_UNDERSTOOD,
        NOT_OURS,
        CANCELLED,
        ASK_PARCEL,
        CHOOSE_PARCEL,
        PARCEL_UNKNOWN,
        ASK_PROOF,
        WRONG_PROOF,
        ASK_NEW_ADDRESS,
        ASK_NEW_TIME,
        ASK_STATION,
        ASK_WHY,
        ASK_DAMAGE,
        ASK_CONTENTS,
        ASK_MISSING,
        ASK_LOOKED,
        ASK_WHAT_HAPPENED,
        STATUS,
        PROGRESS,
        NO_PROGRESS,
        CONFIRM,
        CONFIRM_AGAIN,
        CASE_OPENED,
        CASE_JOINED,
        CASE_REFUSED,
        ANSWER,
        CHOOSE_ANSWER,
        NO_ANSWER,
        ANYTHING_ELSE,
        GOODBYE,
        SORRY
    }

    /**
     * A sentence.
     *
     * @param values what is put into it
     * @param options offered with numbers
     */
    public record Reply(Say say, Map<String, String> values, List<String> options) {

        public Reply {
            values = Map.copyOf(values);
            options = List.copyOf(options);
        }
    }

    /** What comes in. */
    public sealed interface Event {

        /** The customer wrote. */
        record Said(Understanding words) implements Event {}

        /** The customer sent a picture or a file. */
        record Sent() implements Event {}

        /** A parcel was looked up. */
        record Parcel(Found found, String waybill, Map<String, String> facts) implements Event {}

        /** The parcels of the customer's own phone, the newest first; words beside each. */
        record Parcels(List<String> waybills, List<String> words) implements Event {}

        /** A case was opened, or joined to one that was open. */
        record Opened(boolean joined, Map<String, String> facts) implements Event {}

        /** No case could be opened. */
        record NotOpened(String why) implements Event {}

        /** How the parcel's cases stand; empty where there is none. */
        record Progress(List<String> lines) implements Event {}

        /** Answers of the knowledge base, best first. */
        record Answers(List<Answer> found, boolean sure) implements Event {}
    }

    /** What became of looking a parcel up. */
    public enum Found {
        UNKNOWN,
        UNPROVEN,
        WRONG_PROOF,
        PROVEN
    }

    /** An answer of the knowledge base: its text with source and date. */
    public record Answer(String id, String title, String text) {}

    /** What has to be found out or done before anything is said; its result is the next event. */
    public sealed interface Query {

        /** Looks a parcel up; with the last digits of a phone as a proof, or with what is known of the customer. */
        record LookUp(String waybill, @Nullable String digits) implements Query {}

        /** Which parcels the customer has. */
        record OwnParcels() implements Query {}

        /** Opens a case. The customer has said yes. */
        record OpenCase(String kind, String waybill, String description) implements Query {}

        /** How the parcel's cases stand. */
        record Cases(String waybill) implements Query {}

        /** Looks into the knowledge base. */
        record Find(String question) implements Query {}
    }

    /** How a dialogue ends. */
    public sealed interface End {

        /** A person goes on. */
        record HandOver(Reason reason) implements End {}

        /** The customer has nothing more. */
        record Solved() implements End {}
    }

    /** Why a person goes on; the names are part of the API. */
    public enum Reason {
        ASKED,
        ANGRY,
        SEVERE,
        REGULATOR,
        HARM,
        CHILD,
        MUCH_MONEY,
        NOT_UNDERSTOOD,
        UNPROVEN,
        NO_ANSWER,
        REFUSED,
        FAILED
    }

    /**
     * What follows.
     *
     * @param query what to find out first; null where nothing
     * @param end how the dialogue ends; null where it goes on
     */
    public record Turn(DialogueState state, List<Reply> replies, @Nullable Query query, @Nullable End end) {

        public Turn {
            replies = List.copyOf(replies);
        }
    }

    /** What follows from an event. */
    public static Turn step(DialogueState state, Event event) {
        return switch (event) {
            case Event.Said(var words) -> said(state, words);
            case Event.Sent _ -> sent(state);
            case Event.Parcel parcel -> parcel(state, parcel);
            case Event.Parcels(var waybills, var words) -> parcels(state, waybills, words);
            case Event.Opened(boolean joined, var facts) ->
                say(state.free(true), reply(joined ? Say.CASE_JOINED : Say.CASE_OPENED, facts),
                        reply(Say.ANYTHING_ELSE));
            case Event.NotOpened _ -> hand(state, Reason.REFUSED);
            case Event.Progress(var lines) -> progress(state, lines);
            case Event.Answers(var found, boolean sure) -> answers(state, found, sure);
        };
    }

    private static Turn said(DialogueState before, Understanding words) {
        var reason = person(before, words);
        var state = before.feeling(feeling(before.mood(), words.mood()));
        if (reason.isPresent()) {
            return hand(state, reason.get());
        }
        if (state.step() != Step.FREE && CANCEL.matcher(words.plain()).matches()) {
            return say(state.free(false), reply(Say.CANCELLED));
        }
        return switch (state.step()) {
            case FREE -> free(state, words);
            case ASKED_PARCEL -> askedParcel(state, words);
            case ASKED_PROOF -> askedProof(state, words);
            case ASKED_DETAIL -> confirm(state.told(cut(words.text())));
            case ASKED_YES -> askedYes(state, words);
            case ASKED_MATTER, ASKED_ANSWER -> chosen(state, words);
        };
    }

    /** Why a person must go on with it, before anything else is looked at. */
    private static Optional<Reason> person(DialogueState state, Understanding words) {
        if (words.harm()) {
            return Optional.of(Reason.HARM);
        }
        if (words.wantsPerson()) {
            return Optional.of(Reason.ASKED);
        }
        if (words.threat()) {
            return Optional.of(Reason.REGULATOR);
        }
        if (words.mood() == Mood.SEVERE) {
            return Optional.of(Reason.SEVERE);
        }
        if (words.mood() == Mood.ANGRY && state.mood().atLeast(Mood.DISSATISFIED)) {
            return Optional.of(Reason.ANGRY);
        }
        if (CHILD.matcher(words.plain()).find()) {
            return Optional.of(Reason.CHILD);
        }
        var money = words.slots().moneyFen();
        boolean claims = CLAIMED.contains(words.intent())
                || (state.matter() != null && CLAIMED.contains(state.matter()));
        return claims && money != null && money >= MUCH ? Optional.of(Reason.MUCH_MONEY) : Optional.empty();
    }

    private static Mood feeling(Mood before, Mood now) {
        var milder = before == Mood.ANGRY || before == Mood.SEVERE ? Mood.DISSATISFIED : Mood.CALM;
        return now.worse(milder);
    }

    private static Turn free(DialogueState state, Understanding words) {
        var numbers = words.slots().waybills();
        if (!numbers.isEmpty() && hardlyMore(words)) {
            return begin(state.about(Intent.TRACK), words);
        }
        if (words.belonging() < Understanding.OUTSIDE && numbers.isEmpty()) {
            return miss(state, Say.NOT_OURS);
        }
        if (words.clear()) {
            return begin(state.about(words.intent()), words);
        }
        if (words.between()) {
            var offered = words.guesses().stream().map(Guess::intent).filter(Intent::matter).limit(2).toList();
            return choose(state, offered);
        }
        return ask(state, new Query.Find(words.plain()));
    }

    /** Whether it is a number with hardly a word around it that means anything else. */
    private static boolean hardlyMore(Understanding words) {
        long letters = words.plain().codePoints().filter(Character::isIdeographic).count();
        return letters == 0 || (letters <= 2 && !words.clear());
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
            return ask(state, new Query.Find(words.plain()));
        }
        var with = told(intent, words) ? state.told(cut(words.text())) : state;
        var number = words.slots().waybills().stream().findFirst().orElse(null);
        if (number != null && !number.equals(with.waybill())) {
            return ask(with.parcel(number, false), new Query.LookUp(number, proof(words).orElse(null)));
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
        var number = words.slots().waybills().stream().findFirst().or(() -> choice(state, words)).orElse(null);
        if (PERSON.equals(number)) {
            return hand(state, Reason.ASKED);
        }
        if (number != null) {
            return ask(state.parcel(number, false), new Query.LookUp(number, proof(words).orElse(null)));
        }
        return otherwise(state, words, reply(Say.ASK_PARCEL));
    }

    /** The last four digits of a phone, as people write them: the whole phone, with spaces, in words. */
    private static Optional<String> proof(Understanding words) {
        var phones = words.slots().phones();
        if (!phones.isEmpty()) {
            return Optional.of(phones.getFirst().substring(7));
        }
        var digits = DIGITS.matcher(words.plain());
        if (digits.find()) {
            return Optional.of(digits.group().replaceAll("[ -]", ""));
        }
        var spoken = SPOKEN.matcher(words.plain());
        return spoken.find()
                ? Optional.of(spoken.group().replace('〇', '零').replace('幺', '一').replace('两', '二').codePoints()
                        .mapToObj(digit -> String.valueOf(CHINESE_DIGITS.indexOf(digit)))
                        .collect(Collectors.joining()))
                : Optional.empty();
    }

    private static Turn askedProof(DialogueState state, Understanding words) {
        var proof = proof(words).orElse(null);
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
        if (YES.matcher(words.plain()).matches() && waybill != null && kind != null) {
            return ask(state, new Query.OpenCase(kind, waybill, description(state)));
        }
        if (NO.matcher(words.plain()).matches()) {
            return say(state.free(false), reply(Say.CANCELLED));
        }
        return otherwise(state, words, reply(Say.CONFIRM_AGAIN));
    }

    private static Turn chosen(DialogueState state, Understanding words) {
        var choice = choice(state, words).orElse(null);
        if (choice == null) {
            // Whoever writes something else instead of a number has said it more clearly.
            return words.clear() || words.between()
                    ? free(state.at(Step.FREE), words)
                    : miss(state, Say.NOT_UNDERSTOOD);
        }
        if (choice.equals(PERSON)) {
            return hand(state, state.step() == Step.ASKED_ANSWER ? Reason.NO_ANSWER : Reason.ASKED);
        }
        return state.step() == Step.ASKED_MATTER
                ? begin(state.about(Intent.valueOf(choice)), words)
                : ask(state, new Query.Find("id:" + choice));
    }

    /** What a number stands for that was offered. */
    private static Optional<String> choice(DialogueState state, Understanding words) {
        var number = words.plain().replaceAll("[第个选.。号 ]", "");
        int at = switch (number) {
            case "1", "一" -> 0;
            case "2", "二" -> 1;
            case "3", "三" -> 2;
            case "4", "四" -> 3;
            case "5", "五" -> 4;
            case "6", "六" -> 5;
            default -> -1;
        };
        return at >= 0 && at < state.choices().size() ? Optional.of(state.choices().get(at)) : Optional.empty();
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
                        : say(missed.at(Step.ASKED_PROOF), reply(Say.WRONG_PROOF));
            }
            case PROVEN -> proven(state.parcel(parcel.waybill(), true), parcel.facts());
        };
    }

    private static Turn proven(DialogueState state, Map<String, String> facts) {
        var plan = Plan.of(matter(state)).orElseThrow();
        var status = reply(Say.STATUS, facts);
        return switch (plan.act()) {
            case TELL_STATUS, ANSWER -> say(state.free(true), status, reply(Say.ANYTHING_ELSE));
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
        if (found.isEmpty()) {
            var missed = state.at(Step.FREE).missed();
            return missed.misses() >= MISSES ? hand(missed, Reason.NO_ANSWER) : say(missed, reply(Say.NO_ANSWER));
        }
        if (sure) {
            var best = found.getFirst();
            return say(state.free(true), reply(Say.ANSWER, Map.of("title", best.title(), "text", best.text())),
                    reply(Say.ANYTHING_ELSE));
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

    private static Intent matter(DialogueState state) {
        var matter = state.matter();
        return matter == null ? Intent.TRACK : matter;
    }

    private static String cut(String text) {
        return text.length() > DETAIL ? text.substring(0, DETAIL) : text;
    }
}
