package io.waypost.app.bot;

import io.waypost.app.bot.BotTurnStore.Did;
import io.waypost.app.bot.BotTurnStore.KeptTurn;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.core.contact.Author;
import io.waypost.core.dialogue.DialogueState;
import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.Intent;
import io.waypost.core.dialogue.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an agent reads who goes on (转人工小结): what was wanted, found out, done and said, so that the customer repeats nothing. */
@Component
class HandOverNote {

    private static final int LAST_WORDS = 3;
    private static final int MOST = 200;
    private static final int WORDS = 500;

    private final Conversations conversations;
    private final BotTurnStore turns;
    private final BotSentences sentences;

    HandOverNote(Conversations conversations, BotTurnStore turns, BotSentences sentences) {
        this.conversations = conversations;
        this.turns = turns;
        this.sentences = sentences;
    }

    /**
     * What the customer wrote, by which it is seen what they come about; with it the word that the rules of routing know for what the bot
     * understood.
     */
    String words(BotSession session) {
        var matter = session.intent();
        var said = said(session).stream().map(Entry::text).collect(Collectors.joining("，"));
        var last = said.length() > WORDS ? said.substring(said.length() - WORDS) : said;
        return matter == null ? last : last + "，" + sentences.known(matter);
    }

    String note(BotSession session, DialogueState state, Reason reason) {
        var heard = turns.of(session.id());
        var lines = new ArrayList<String>();
        lines.add("转人工原因：" + sentences.reason(reason));
        var matter = session.intent();
        lines.add("事项：" + (matter == null ? "还不清楚" : matter.chinese()) + guesses(heard));
        if (state.waybill() != null) {
            lines.add("运单号：" + state.waybill() + (state.proven() ? "（已核对是本人的快递）" : "（还没有核对身份）"));
        }
        if (state.detail() != null) {
            lines.add("客户补充：" + cut(state.detail()));
        }
        var done = heard.stream().flatMap(turn -> turn.did().stream()).map(this::done)
                .filter(text -> !text.isEmpty()).distinct().toList();
        lines.add("机器人做过：" + (done.isEmpty() ? "还没有答复" : String.join("、", done)));
        lines.add("情绪：" + curve(heard, state));
        var last = said(session);
        lines.add("最后说的：" + last.subList(Math.max(0, last.size() - LAST_WORDS), last.size()).stream()
                .map(entry -> "“" + cut(entry.text()) + "”").collect(Collectors.joining(" ")));
        return String.join("\n", lines);
    }

    private String done(Did did) {
        var text = sentences.done(did.what());
        return text.isEmpty() || did.detail() == null ? text : text + " " + did.detail();
    }

    private static String guesses(List<KeptTurn> heard) {
        return heard.isEmpty()
                ? ""
                : heard.getLast().heard().guesses().stream().limit(2)
                        .map(guess -> Intent.valueOf(guess.intent()).chinese() + " "
                                + Math.round(guess.probability() * 100) + "%")
                        .collect(Collectors.joining("、", "（最后一句像：", "）"));
    }

    private static String curve(List<KeptTurn> heard, DialogueState state) {
        return heard.isEmpty()
                ? state.mood().chinese()
                : heard.stream().map(turn -> Mood.valueOf(turn.heard().mood()).chinese())
                        .collect(Collectors.joining(" → "));
    }

    private List<Entry> said(BotSession session) {
        return conversations.entries(session.conversation(), session.firstSeq() - 1, MOST).stream()
                .filter(entry -> entry.author() == Author.CUSTOMER).toList();
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }
}
