package io.waypost.core.contact;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether what a customer writes soon after the end of a contact only closes it (收尾语), such as "谢谢" or "好的": then nothing begins anew.
 * Pure.
 *
 * <p>Only texts that are made of such words and nothing else; what asks, names a number or says anything besides begins a contact. So a
 * customer who wants something is never taken for one who says goodbye.
 */
public final class ClosingWords {

    /** Longer texts say more than goodbye. */
    private static final int LONGEST = 40;
    /** One of these must be there. */
    private static final Set<String> WORDS = Set.of("谢谢", "谢了", "谢", "多谢", "感谢", "谢谢你", "谢谢您", "辛苦了", "辛苦",
            "麻烦了", "麻烦你了", "麻烦您了", "好的", "好", "好滴", "好嘞", "好哒", "好吧", "行", "行吧", "可以", "嗯", "嗯嗯", "恩", "哦", "噢",
            "知道了", "知道", "明白了", "明白", "了解了", "了解", "清楚了", "收到", "没事了", "没有了", "没了", "不用了", "不客气", "再见", "拜拜",
            "拜", "满意", "thanks", "thank", "thankyou", "thx", "ty", "ok", "okay", "okey", "bye", "goodbye");
    /** These may stand beside them. */
    private static final Set<String> BESIDES = Set.of("你", "您", "你们", "您们", "了", "啊", "呀", "哈", "哈哈", "啦", "呢", "哦",
            "的",
            "非常", "太", "十分", "万分", "真", "真的", "那", "就", "先", "这样", "祝", "生活愉快", "工作顺利", "客服", "亲", "小姐姐", "小哥",
            "师傅", "老师", "吧", "you", "so", "much", "very", "a", "lot", "got", "it", "all", "good", "great", "fine",
            "then", "for",
            "your", "help", "the", "have", "nice", "day");
    private static final Set<String> SIGNS = Set.of("👍", "🙏", "👌", "🌹", "😊", "🤝", "❤", "😄", "😁", "🙂", "☺");
    private static final Pattern ASKS = Pattern.compile("[?？]");
    private static final Pattern NAMED_SIGN = Pattern.compile("\\[(强|玫瑰|微笑|抱拳|合十|握手|愉快|OK|ok|赞|爱心|谢谢|好的)]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private ClosingWords() {}

    /**
     * Whether all of that, written together, leaves an ended contact as it is.
     *
     * @param within how long after the end; zero for never
     */
    public static boolean only(Collection<String> texts, Instant endedAt, Instant at, Duration within) {
        return !texts.isEmpty() && at.isBefore(endedAt.plus(within)) && texts.stream().allMatch(ClosingWords::closes);
    }

    /** Whether a text says nothing but goodbye. */
    public static boolean closes(String text) {
        var said = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        // Who says hello begins anew.
        if (said.isEmpty() || said.length() > LONGEST || said.contains("你好") || said.contains("您好")
                || ASKS.matcher(said).find()
                || said.codePoints().anyMatch(Character::isDigit)) {
            return false;
        }
        var plain = NAMED_SIGN.matcher(said).replaceAll(" ");
        boolean signed = plain.length() < said.length() || SIGNS.stream().anyMatch(said::contains);
        boolean word = false;
        for (var piece : NO_LETTERS.splitAsStream(plain).toList()) {
            if (piece.isEmpty()) {
                continue;
            }
            var made = made(piece);
            if (made == Made.OTHERWISE) {
                return false;
            }
            word |= made == Made.WITH_WORD;
        }
        return word || (signed && plain.codePoints().noneMatch(Character::isLetter));
    }

    private enum Made {
        OTHERWISE,
        BESIDES_ALONE,
        WITH_WORD
    }

    /** Of what a piece without blanks is made; Latin words are whole pieces, Chinese ones follow each other without a blank. */
    private static Made made(String piece) {
        int length = piece.length();
        var best = new Made[length + 1];
        Arrays.fill(best, Made.OTHERWISE);
        best[0] = Made.BESIDES_ALONE;
        boolean latin = piece.codePoints()
                .allMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.LATIN);
        for (int from = 0; from < length; from++) {
            if (best[from] == Made.OTHERWISE) {
                continue;
            }
            for (int until = latin ? length : from + 1; until <= length; until++) {
                var part = piece.substring(from, until);
                if (WORDS.contains(part)) {
                    best[until] = Made.WITH_WORD;
                } else if (BESIDES.contains(part) && best[until].compareTo(best[from]) < 0) {
                    best[until] = best[from];
                }
            }
            if (latin) {
                break;
            }
        }
        return best[length];
    }
}
