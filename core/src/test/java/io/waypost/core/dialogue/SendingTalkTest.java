package io.waypost.core.dialogue;

import static io.waypost.core.dialogue.DialogueTest.WAYBILL;
import static io.waypost.core.dialogue.DialogueTest.proven;
import static io.waypost.core.dialogue.DialogueTest.said;
import static io.waypost.core.dialogue.DialogueTest.says;
import static io.waypost.core.dialogue.DialogueTest.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.dialogue.Event.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B1 B4 the bot on what is to be sent")
class SendingTalkTest {

    private static Event.Answers answer(boolean sure) {
        return new Event.Answers(List.of(new Answer("a", "运费怎么算", "按首重和续重")), sure);
    }

    @Test
    void pricesWhatIsNamedAndAsksForTheRest() {
        var all = Dialogue.step(DialogueState.NEW, said("从北京寄到广州3公斤多少钱", Intent.PRICE));
        assertThat(all.query()).isEqualTo(new Query.Quote(new Sending("110000", "440100", 3_000, null)));
        var told = Dialogue.step(all.state(), new Event.Facts(Map.of("lines", "标准快递 24 元")));
        assertThat(says(told)).containsExactly(Say.QUOTED, Say.ANYTHING_ELSE);
        assertThat(told.state().helped()).isTrue();
        // Another weight of the same way.
        var other = Dialogue.step(told.state(),
                new Event.Said(words("五公斤呢", Intent.PRICE, 0.4, Mood.CALM, false)));
        assertThat(other.query()).isEqualTo(new Query.Quote(new Sending("110000", "440100", 5_000, null)));

        var to = Dialogue.step(DialogueState.NEW, said("寄到上海运费", Intent.PRICE));
        var range = Dialogue.step(to.state(), new Event.Facts(Map.of("lines", "12 至 20 元")));
        assertThat(says(range)).containsExactly(Say.QUOTED, Say.ASK_FROM);
        var from = Dialogue.step(range.state(), said("深圳", Intent.CHANGE_ADDRESS));
        assertThat(from.query()).isEqualTo(new Query.Quote(new Sending("440300", "310000", null, null)));
    }

    @Test
    void tellsTheRuleFirstWhereNothingIsNamed() {
        var asked = Dialogue.step(DialogueState.NEW, said("运费怎么算", Intent.PRICE));
        assertThat(asked.query()).isEqualTo(new Query.Find("运费怎么算"));
        var rule = Dialogue.step(asked.state(), answer(true));
        assertThat(says(rule)).containsExactly(Say.ANSWER, Say.ASK_ROUTE);
        assertThat(Dialogue.step(rule.state(), said("深圳到北京2公斤", Intent.ETA)).query())
                .isEqualTo(new Query.Quote(new Sending("440300", "110000", 2_000, null)));
        // Whoever wants something else then is not held up.
        assertThat(says(Dialogue.step(rule.state(), said("好的谢谢", Intent.THANKS)))).containsExactly(Say.GOODBYE);
        assertThat(Dialogue.step(rule.state(), said("我寄到北京的那个快递sf1234567890123丢了", Intent.LOST)).query())
                .isEqualTo(new Query.LookUp(WAYBILL, null));
        assertThat(says(Dialogue.step(asked.state(), new Event.Answers(List.of(), false))))
                .containsExactly(Say.ASK_ROUTE);
    }

    @Test
    void tellsTimesOfLanesAndOfParcels() {
        assertThat(Dialogue.step(DialogueState.NEW, said("上海寄到成都几天", Intent.ETA)).query())
                .isEqualTo(new Query.Transit("310000", "510100"));
        var parcel = Dialogue.step(DialogueState.NEW, said("sf1234567890123还要多久到成都", Intent.ETA));
        assertThat(parcel.query()).isEqualTo(new Query.LookUp(WAYBILL, null));
        assertThat(says(Dialogue.step(parcel.state(), proven()))).containsExactly(Say.STATUS, Say.ANYTHING_ELSE);
        var unknown = Dialogue.step(DialogueState.NEW, said("要多久能到", Intent.ETA));
        assertThat(unknown.query()).isEqualTo(new Query.Find("要多久能到"));
    }

    @Test
    void tellsPlacesAndAdvises() {
        assertThat(Dialogue.step(DialogueState.NEW, said("你们送不送拉萨", Intent.SERVICE_AREA)).query())
                .isEqualTo(new Query.Served("540100"));
        assertThat(Dialogue.step(DialogueState.NEW, said("天河区有网点吗", Intent.OUTLET)).query())
                .isEqualTo(new Query.Outlets("440106"));
        var advice = Dialogue.step(DialogueState.NEW, said("花瓶要怎么包装", Intent.PACKAGING_ADVICE));
        assertThat(advice.query()).isEqualTo(new Query.Advise("花瓶要怎么包装", null));
        // What no rule knows is looked for in the knowledge base.
        assertThat(Dialogue.step(advice.state(), new Event.Facts(Map.of())).query())
                .isEqualTo(new Query.Find("花瓶要怎么包装"));
        assertThat(says(Dialogue.step(advice.state(), new Event.Facts(Map.of("goods", "易碎品")))))
                .containsExactly(Say.ADVISED, Say.ANYTHING_ELSE);
    }

    private static DialogueState asked() {
        var to = Dialogue.step(DialogueState.NEW, said("寄到上海运费", Intent.PRICE));
        return Dialogue.step(to.state(), new Event.Facts(Map.of("text", "12 至 20 元"))).state();
    }

    @Test
    void takesAPlaceForAnAnswerOnlyWhereNothingElseIsSaid() {
        assertThat(Dialogue.step(asked(), said("北京的快递丢了", Intent.LOST)).query()).isEqualTo(new Query.OwnParcels());
        assertThat(Dialogue.step(asked(), said("投诉深圳网点", Intent.COMPLAINT)).query())
                .isEqualTo(new Query.OwnParcels());
        assertThat(Dialogue.step(asked(), said("北京有网点吗", Intent.OUTLET)).query())
                .isEqualTo(new Query.Outlets("110000"));
        assertThat(Dialogue.step(asked(), said("北京到广州几天", Intent.ETA)).query())
                .isEqualTo(new Query.Transit("110000", "440100"));
        assertThat(Dialogue.step(asked(), said("从广东广州寄的", Intent.CHANGE_ADDRESS)).query())
                .isEqualTo(new Query.Quote(new Sending("440100", "310000", null, null)));
        // A correction of the other end.
        assertThat(Dialogue.step(asked(), said("是寄到北京", Intent.PRICE)).query())
                .isEqualTo(new Query.Quote(new Sending(null, "110000", null, null)));
    }

    @Test
    void looksAtThePlaceThatIsNamedNow() {
        var priced = Dialogue.step(DialogueState.NEW, said("从北京寄到上海运费", Intent.PRICE));
        var told = Dialogue.step(priced.state(), new Event.Facts(Map.of("text", "14 元")));
        assertThat(Dialogue.step(told.state(), said("从北京寄，哪里有网点", Intent.OUTLET)).query())
                .isEqualTo(new Query.Outlets("110000"));
    }

    @Test
    void doesNotAskWhatWasSaidNorWithoutEnd() {
        var priced = Dialogue.step(DialogueState.NEW, said("从北京寄到上海多少钱", Intent.PRICE));
        var rule = Dialogue.step(priced.state(), new Event.Facts(Map.of()));
        assertThat(rule.query()).isEqualTo(new Query.Find("从北京寄到上海多少钱"));
        assertThat(says(Dialogue.step(rule.state(), answer(true)))).containsExactly(Say.ANSWER, Say.ANYTHING_ELSE);

        var turn = Dialogue.step(DialogueState.NEW, said("运费", Intent.PRICE));
        turn = Dialogue.step(turn.state(), new Event.Answers(List.of(), false));
        assertThat(says(turn)).containsExactly(Say.ASK_ROUTE);
        turn = Dialogue.step(turn.state(), new Event.Said(words("南山", Intent.PRICE, 0.2, Mood.CALM, false)));
        turn = Dialogue.step(turn.state(), new Event.Answers(List.of(), false));
        assertThat(turn.end()).isEqualTo(new End.HandOver(End.Reason.NO_ANSWER));
    }

    @Test
    void asksForTheLaneThoughAParcelIsKnown() {
        var tracked = Dialogue.step(DialogueState.NEW, said("sf1234567890123到哪了", Intent.TRACK));
        var known = Dialogue.step(tracked.state(), proven()).state();
        assertThat(Dialogue.step(known, said("寄到新疆得几天呀", Intent.ETA)).replies().getFirst().say())
                .isEqualTo(Say.ASK_FROM);
        assertThat(Dialogue.step(known, said("还要多久能到", Intent.ETA)).query())
                .isEqualTo(new Query.LookUp(WAYBILL, null));
    }

    @Test
    void protectsAValueOnlyWhereItIsSpokenOf() {
        assertThat(Dialogue.step(DialogueState.NEW, said("广州到北京2公斤保价5000元多少钱", Intent.PRICE)).query())
                .isEqualTo(new Query.Quote(new Sending("440100", "110000", 2_000, 500_000L)));
        assertThat(Dialogue.step(DialogueState.NEW, said("广州到北京2公斤，20元够吗", Intent.PRICE)).query())
                .isEqualTo(new Query.Quote(new Sending("440100", "110000", 2_000, null)));
    }
}
