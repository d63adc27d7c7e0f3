package io.waypost.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.Event.Answer;
import io.waypost.core.dialogue.Event.Found;
import io.waypost.core.place.Divisions;
import io.waypost.core.slot.SlotReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B1 B2 the bot's dialogue")
class DialogueTest {

    private static final SlotReader SLOTS = new SlotReader(Divisions.china());
    static final String WAYBILL = "SF1234567890123";

    static Understanding words(String text, Intent intent, double probability, Mood mood, boolean person) {
        var guesses = new ArrayList<Guess>();
        guesses.add(new Guess(intent, probability));
        Stream.of(Intent.values()).filter(each -> each != intent)
                .forEach(each -> guesses.add(new Guess(each, (1 - probability) / 28)));
        return new Understanding(text, text, guesses, 0.9, SLOTS.read(text), mood, person, false, false);
    }

    static Event said(String text, Intent intent) {
        return new Event.Said(words(text, intent, 0.9, Mood.CALM, false));
    }

    static Event proven() {
        return new Event.Parcel(Found.PROVEN, WAYBILL, Map.of("status", "运输中"));
    }

    static List<Say> says(Turn turn) {
        return turn.replies().stream().map(Reply::say).toList();
    }

    @Test
    void asksForTheParcelThenForAProofThenTells() {
        var asked = Dialogue.step(DialogueState.NEW, said("我的快递到哪了", Intent.TRACK));
        assertThat(asked.query()).isEqualTo(new Query.OwnParcels());
        var number = Dialogue.step(asked.state(), new Event.Parcels(List.of(), List.of()));
        assertThat(says(number)).containsExactly(Say.ASK_PARCEL);
        var looked = Dialogue.step(number.state(), said("sf1234567890123", Intent.PRICE));
        assertThat(looked.query()).isEqualTo(new Query.LookUp(WAYBILL, null));
        var proof = Dialogue.step(looked.state(), new Event.Parcel(Found.UNPROVEN, WAYBILL, Map.of()));
        assertThat(says(proof)).containsExactly(Say.ASK_PROOF);
        var shown = Dialogue.step(proof.state(), said("5678", Intent.PRICE));
        assertThat(shown.query()).isEqualTo(new Query.LookUp(WAYBILL, "5678"));
        var told = Dialogue.step(shown.state(), proven());
        assertThat(says(told)).containsExactly(Say.STATUS, Say.ANYTHING_ELSE);
        assertThat(told.state().helped()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Intent.class, names = {"URGE", "STALLED", "COURIER_CONTACT", "CHANGE_ADDRESS", "CHANGE_TIME",
            "SELF_PICKUP",
            "REFUSE", "INTERCEPT", "DAMAGED", "LOST", "SHORTAGE", "SIGNED_NOT_RECEIVED", "COMPLAINT", "CLAIM"})
    void opensACaseOnlyAfterAYes(Intent intent) {
        var looked = Dialogue.step(DialogueState.NEW, said("sf1234567890123" + "有件事情要说一下", intent));
        var turn = Dialogue.step(looked.state(), proven());
        if (!says(turn).contains(Say.CONFIRM)) {
            turn = Dialogue.step(turn.state(), said("就是这样这样", Intent.PRICE));
        }
        assertThat(says(turn)).contains(Say.CONFIRM);
        assertThat(turn.query()).isNull();
        assertThat(Dialogue.step(turn.state(), said("不用", Intent.THANKS)).query()).isNull();
        assertThat(says(Dialogue.step(turn.state(), said("算了", Intent.THANKS)))).containsExactly(Say.CANCELLED);
        var yes = Dialogue.step(turn.state(), said("是的", Intent.THANKS));
        assertThat(yes.query()).isInstanceOfSatisfying(Query.OpenCase.class,
                open -> assertThat(open.waybill()).isEqualTo(WAYBILL));
        var opened = Dialogue.step(yes.state(), new Event.Opened(false, Map.of("number", "T1")));
        assertThat(says(opened)).containsExactly(Say.CASE_OPENED, Say.ANYTHING_ELSE);
    }

    @Test
    void keepsTheCustomersOwnWordsInTheCase() {
        var turn = Dialogue.step(Dialogue.step(DialogueState.NEW, said("sf1234567890123坏了", Intent.DAMAGED)).state(),
                proven());
        var confirm = Dialogue.step(turn.state(), said("瓶子碎了 流了一地", Intent.DAMAGED));
        assertThat(confirm.replies().getFirst().values()).containsEntry("detail", "瓶子碎了 流了一地");
        assertThat(Dialogue.step(confirm.state(), said("好的", Intent.THANKS)).query())
                .isEqualTo(new Query.OpenCase("DAMAGE", WAYBILL, "客户要求：包裹破损。客户原话：瓶子碎了 流了一地"));
    }

    @Test
    void callsAPersonAtTheFirstWordInEveryState() {
        for (var step : DialogueState.Step.values()) {
            var state = new DialogueState(step, Intent.URGE, WAYBILL, true, null, null, Sending.NOTHING,
                    List.of("TRACK"), 0, Mood.CALM,
                    false);
            var turn = Dialogue.step(state, new Event.Said(words("人工", Intent.HUMAN, 0.9, Mood.CALM, true)));
            assertThat(turn.end()).isEqualTo(new End.HandOver(Reason.ASKED));
        }
    }

    @Test
    void callsAPersonWhenAngerIsSevereOrRises() {
        assertThat(Dialogue.step(DialogueState.NEW, new Event.Said(words("滚", Intent.TRACK, 0.5, Mood.SEVERE, false)))
                .end())
                .isEqualTo(new End.HandOver(Reason.SEVERE));
        var once = Dialogue.step(DialogueState.NEW,
                new Event.Said(words("气死我了 到哪了", Intent.TRACK, 0.9, Mood.ANGRY, false)));
        assertThat(once.end()).isNull();
        assertThat(
                Dialogue.step(once.state(), new Event.Said(words("太过分了", Intent.TRACK, 0.9, Mood.ANGRY, false))).end())
                .isEqualTo(new End.HandOver(Reason.ANGRY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"我今年10岁", "我是小学生", "我才九岁"})
    void callsAPersonForAChild(String text) {
        assertThat(Dialogue.step(DialogueState.NEW, said(text, Intent.TRACK)).end())
                .isEqualTo(new End.HandOver(Reason.CHILD));
    }

    @Test
    void callsAPersonWhereMuchMoneyIsClaimed() {
        assertThat(Dialogue.step(DialogueState.NEW, said("丢了价值三千块的手表", Intent.LOST)).end())
                .isEqualTo(new End.HandOver(Reason.MUCH_MONEY));
        assertThat(Dialogue.step(DialogueState.NEW, said("丢了价值三百块的手表", Intent.LOST)).end()).isNull();
    }

    @Test
    void offersTwoMattersWhereItIsNotSure() {
        var unsure = words("有个事情", Intent.STALLED, 0.45, Mood.CALM, false);
        var turn = Dialogue.step(DialogueState.NEW, new Event.Said(unsure));
        assertThat(says(turn)).containsExactly(Say.CHOOSE_MATTER);
        assertThat(turn.replies().getFirst().options()).hasSize(3).first().isEqualTo(Intent.STALLED.chinese());
        var chosen = Dialogue.step(turn.state(), said("1", Intent.PRICE));
        assertThat(chosen.state().matter()).isEqualTo(Intent.STALLED);
        assertThat(chosen.query()).isEqualTo(new Query.Reread("有个事情"));
        assertThat(Dialogue
                .step(chosen.state(),
                        new Event.Reread(words(WAYBILL.toLowerCase(Locale.ROOT), Intent.PRICE, 0.9, Mood.CALM, false)))
                .query()).isEqualTo(new Query.LookUp(WAYBILL, null));
        assertThat(Dialogue.step(turn.state(), said("3", Intent.PRICE)).end())
                .isEqualTo(new End.HandOver(Reason.ASKED));
    }

    @Test
    void givesUpAfterTwoMisses() {
        var outside = new Understanding("今天天气", "今天天气", words("x", Intent.TRACK, 0.9, Mood.CALM, false).guesses(), 0.1,
                SLOTS.read("今天天气"), Mood.CALM, false, false, false);
        var first = Dialogue.step(DialogueState.NEW, new Event.Said(outside));
        assertThat(says(first)).containsExactly(Say.NOT_OURS);
        assertThat(Dialogue.step(first.state(), new Event.Said(outside)).end())
                .isEqualTo(new End.HandOver(Reason.NOT_UNDERSTOOD));
    }

    @Test
    void takesOnlyDigitsThatAreSaidToBeThePhonesForAProof() {
        assertThat(Dialogue.step(DialogueState.NEW, said("sf1234567890123 尾号2222 到哪了", Intent.TRACK)).query())
                .isEqualTo(new Query.LookUp(WAYBILL, "2222"));
        assertThat(Dialogue.step(DialogueState.NEW, said("sf1234567890123 买的1299元 到哪了", Intent.TRACK)).query())
                .isEqualTo(new Query.LookUp(WAYBILL, null));
    }

    @Test
    void keepsNoneOfTheCustomersWordsWhenItIsOver() {
        var state = DialogueState.NEW.told("新地址").asking("原话").over();
        assertThat(state.detail()).isNull();
        assertThat(state.question()).isNull();
    }

    @Test
    void letsNobodyGuessAProof() {
        var state = Dialogue.step(DialogueState.NEW, said("sf1234567890123", Intent.TRACK)).state();
        Turn turn = Dialogue.step(state, new Event.Parcel(Found.UNPROVEN, WAYBILL, Map.of()));
        for (int i = 0; i < 3; i++) {
            assertThat(turn.end()).isNull();
            turn = Dialogue.step(Dialogue.step(turn.state(), said("000" + i, Intent.TRACK)).state(),
                    new Event.Parcel(Found.WRONG_PROOF, WAYBILL, Map.of()));
        }
        assertThat(turn.end()).isEqualTo(new End.HandOver(Reason.UNPROVEN));
    }

    @Test
    void answersFromTheKnowledgeBaseAndOffersThreeWhereItIsNotSure() {
        var asked = Dialogue.step(DialogueState.NEW, said("锂电池能寄吗", Intent.PROHIBITED));
        assertThat(asked.query()).isEqualTo(new Query.Find("锂电池能寄吗"));
        var answers = List.of(new Answer("a", "锂电池", "可以"), new Answer("b", "液体", "不行"));
        assertThat(says(Dialogue.step(asked.state(), new Event.Answers(answers, true)))).containsExactly(Say.ANSWER,
                Say.ANYTHING_ELSE);
        var three = Dialogue.step(asked.state(), new Event.Answers(answers, false));
        assertThat(three.replies().getFirst().options()).containsExactly("锂电池", "液体", "都不是，转人工");
        assertThat(Dialogue.step(three.state(), said("2", Intent.PRICE)).query()).isEqualTo(new Query.Read("b"));
        assertThat(says(Dialogue.step(asked.state(), new Event.Answers(List.of(), false))))
                .containsExactly(Say.NO_ANSWER);
    }

    @Test
    void changesTheMatterWhenAnotherOneIsClear() {
        var asked = Dialogue.step(Dialogue.step(DialogueState.NEW, said("催一下", Intent.URGE)).state(),
                new Event.Parcels(List.of(), List.of()));
        var other = Dialogue.step(asked.state(), said("锂电池能寄吗", Intent.PROHIBITED));
        assertThat(other.query()).isEqualTo(new Query.Find("锂电池能寄吗"));
    }

    @Test
    void doesNothingUnconfirmedWhateverIsSaid() {
        var texts = List.of("是", "好的", "不要", "1", "2", "sf1234567890123", "5678", "算了", "人呢", "催一下", "改到明天下午", "帮我取消吧",
                "寄到上海多少钱", "广州",
                "");
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var state = DialogueState.NEW;
            boolean asked = false;
            for (int i = 0; i < 12; i++) {
                Event event = said(texts.get(random.nextInt(texts.size())),
                        List.of(Intent.values()).get(random.nextInt(29)));
                var turn = Dialogue.step(state, event);
                for (int deep = 0; turn.query() != null; deep++) {
                    assertThat(deep).isLessThan(5);
                    assertThat(turn.query() instanceof Query.OpenCase && !asked).as("seed %d", seed).isFalse();
                    turn = Dialogue.step(turn.state(), result(turn.query(), random));
                }
                asked = says(turn).contains(Say.CONFIRM) || (asked && says(turn).contains(Say.CONFIRM_AGAIN));
                if (turn.end() != null) {
                    break;
                }
                state = turn.state();
            }
        }
    }

    private static Event result(Query query, Random random) {
        return switch (query) {
            case Query.LookUp look ->
                new Event.Parcel(List.of(Found.values()).get(random.nextInt(5)), look.waybill(), Map.of());
            case Query.OwnParcels _ -> new Event.Parcels(
                    List.of(WAYBILL, "SF1234567890124").subList(0, random.nextInt(3)), List.of("a", "b"));
            case Query.OpenCase _ ->
                random.nextBoolean() ? new Event.Opened(false, Map.of()) : new Event.NotOpened("x");
            case Query.Read _ -> new Event.Answers(List.of(), true);
            case Query.Cases _ -> new Event.Progress(List.of());
            case Query.Reread(var again) -> new Event.Reread(words(again, Intent.URGE, 0.9, Mood.CALM, false));
            case Query.Quote _,Query.Transit _,Query.Served _,Query.Outlets _,Query.Advise _ ->
                new Event.Facts(random.nextBoolean() ? Map.of() : Map.of("lines", "x"));
            case Query.Find _ -> new Event.Answers(List.of(new Answer("a", "b", "c")), random.nextBoolean());
        };
    }
}
