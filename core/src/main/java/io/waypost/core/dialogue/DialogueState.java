package io.waypost.core.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a dialogue with the bot is (对话状态). Immutable; kept as it is between messages.
 *
 * @param matter what it is about; null while nothing is
 * @param waybill of the parcel it is about
 * @param proven the customer has shown that the parcel concerns them
 * @param detail what the customer told of the matter
 * @param question what the customer wrote that is looked into, or of which it is not clear which matter they meant
 * @param sending what they want to send, as far as they told it
 * @param choices what the numbers last offered stand for: intents, waybills, articles, {@link #PERSON}
 * @param misses how often in a row nothing was understood
 * @param mood the worst of the last messages, a level milder with each calm one
 * @param helped something was answered or done
 */
public record DialogueState(Step step, @Nullable Intent matter, @Nullable String waybill, boolean proven,
        @Nullable String detail, @Nullable String question, Sending sending, List<String> choices, int misses,
        Mood mood, boolean helped) {

    /** The choice of a person. */
    public static final String PERSON = "PERSON";

    private static final int LONGEST_DETAIL = 500;

    /** Nothing has been said. */
    public static final DialogueState NEW = new DialogueState(Step.FREE, null, null, false, null, null, Sending.NOTHING,
            List.of(), 0, Mood.CALM, false);

    /** What was asked last. */
    public enum Step {
        FREE,
        ASKED_PARCEL,
        ASKED_PROOF,
        ASKED_DETAIL,
        ASKED_YES,
        ASKED_MATTER,
        ASKED_ANSWER,
        /** From where, to where, how heavy. */
        ASKED_ROUTE
    }

    public DialogueState {
        // Dialogues that were kept before there was such a thing have none.
        sending = sending == null ? Sending.NOTHING : sending;
        choices = List.copyOf(choices);
    }

    DialogueState at(Step next) {
        return new DialogueState(next, matter, waybill, proven, detail, question, sending, List.of(), misses, mood,
                helped);
    }

    DialogueState offering(Step next, List<String> offered) {
        return new DialogueState(next, matter, waybill, proven, detail, question, sending, offered, misses, mood,
                helped);
    }

    DialogueState about(Intent intent) {
        return new DialogueState(step, intent, waybill, proven, null, question, sending, List.of(), 0, mood, helped);
    }

    DialogueState parcel(String number, boolean shown) {
        return new DialogueState(step, matter, number, shown, detail, question, sending, choices, misses, mood, helped);
    }

    DialogueState told(String words) {
        var cut = words.length() > LONGEST_DETAIL ? words.substring(0, LONGEST_DETAIL) : words;
        return new DialogueState(step, matter, waybill, proven, cut, question, sending, choices, misses, mood, helped);
    }

    DialogueState missed() {
        return new DialogueState(step, matter, waybill, proven, detail, question, sending, choices, misses + 1, mood,
                helped);
    }

    DialogueState feeling(Mood now) {
        return new DialogueState(step, matter, waybill, proven, detail, question, sending, choices, misses, now,
                helped);
    }

    /** Free again: the parcel stays known, the matter does not. */
    DialogueState free(boolean help) {
        return new DialogueState(Step.FREE, null, waybill, proven, null, null, sending, List.of(), 0, mood,
                helped || help);
    }

    DialogueState sends(Sending told) {
        return new DialogueState(step, matter, waybill, proven, detail, question, told, choices, misses, mood, helped);
    }

    DialogueState asking(String words) {
        return new DialogueState(step, matter, waybill, proven, detail, words, sending, choices, misses, mood, helped);
    }

    /** What is kept of it when the dialogue is over: none of the customer's own words. */
    public DialogueState over() {
        return new DialogueState(Step.FREE, matter, waybill, proven, null, null, Sending.NOTHING, List.of(), misses,
                mood,
                helped);
    }
}
