package io.waypost.app.claim;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.Payee;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people typed: words, amounts, accounts. Each refusal names the field, the value and what would be right. */
final class ClaimWords {

    static final int LONGEST = 1_000;
    private static final int LONGEST_GOODS = 60;
    private static final int LONGEST_NAME = 40;
    /** The most that anybody may ask for, in fen: a million yuan, above every cap of the trade. */
    private static final long MOST_FEN = 100_000_000;
    private static final Pattern CARD = Pattern.compile("[0-9]{12,19}");
    private static final Pattern WALLET = Pattern.compile("1[3-9][0-9]{9}|[^@\\s]{1,60}@[^@\\s]{1,60}");
    private static final Pattern OPEN_ID = Pattern.compile("[A-Za-z0-9_-]{6,64}");

    private ClaimWords() {}

    /** Words that have to be there. */
    static String needed(String field, @Nullable String text) {
        var words = optional(field, text, LONGEST);
        if (words == null) {
            throw Refusal.invalid(field, null, "MISSING", "Write 1 to %d characters.".formatted(LONGEST));
        }
        return words;
    }

    static @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, text.length(), "LENGTH", "Write at most %d characters.".formatted(longest));
        }
        return text.strip();
    }

    static String goods(@Nullable String text) {
        var words = optional("goods", text, LONGEST_GOODS);
        return words == null ? "" : words;
    }

    /** An amount somebody asks for or grants, in fen. */
    static long fen(String field, @Nullable Long fen) {
        if (fen == null || fen <= 0 || fen > MOST_FEN) {
            throw Refusal.invalid(field, fen, "OUT_OF_RANGE", "Between 1 and %d fen.".formatted(MOST_FEN));
        }
        return fen;
    }

    /** Somebody who can be paid: the account has the form of its way, and a card its check digit. */
    static Payee payee(Payee.@Nullable Way way, @Nullable String account, @Nullable String name) {
        if (way == null) {
            throw Refusal.invalid("way", null, "MISSING", "Choose BANK_CARD, ALIPAY or WECHAT.");
        }
        var who = optional("name", name, LONGEST_NAME);
        if (who == null) {
            throw Refusal.invalid("name", null, "MISSING", "Write the name of the account's owner.");
        }
        var number = account == null ? "" : account.replaceAll("\\s", "");
        boolean isRight = switch (way) {
            case BANK_CARD -> CARD.matcher(number).matches() && checks(number);
            case ALIPAY -> WALLET.matcher(number).matches();
            case WECHAT -> OPEN_ID.matcher(number).matches();
        };
        if (!isRight) {
            // The value itself is personal data and stays out of the answer.
            throw Refusal.invalid("account", null, "FORMAT", switch (way) {
                case BANK_CARD -> "12 to 19 digits of a card, without a slip.";
                case ALIPAY -> "The mobile number or mail address of the account.";
                case WECHAT -> "6 to 64 letters, digits, - or _.";
            });
        }
        return new Payee(way, number, who);
    }

    /** The check digit of cards (ISO/IEC 7812-1, after Luhn). */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int weighed = at % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
