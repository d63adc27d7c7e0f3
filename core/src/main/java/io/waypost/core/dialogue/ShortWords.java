package io.waypost.core.dialogue;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What customers answer to a question of the bot's: yes, no, a number of a list, four digits. Pure. */
final class ShortWords {

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

    private static final Pattern OFFERED = Pattern.compile("尾号|尾数|[后末][四4]位|最后[四4]位");

    private ShortWords() {}

    static boolean yes(Understanding words) {
        return YES.matcher(words.plain()).matches();
    }

    static boolean no(Understanding words) {
        return NO.matcher(words.plain()).matches();
    }

    /** Whether the customer wants nothing of it any more. */
    static boolean cancel(Understanding words) {
        return CANCEL.matcher(words.plain()).matches();
    }

    /** Such digits where the customer says that they are: other numbers in a message prove nothing and are not tried. */
    static Optional<String> offeredProof(Understanding words) {
        return OFFERED.matcher(words.plain()).find() ? proof(words) : Optional.empty();
    }

    /** The last four digits of a phone, as people write them: the whole phone, with spaces, in words. */
    static Optional<String> proof(Understanding words) {
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

    /** What a number stands for that was offered. */
    static Optional<String> choice(DialogueState state, Understanding words) {
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

    /** Whether it is a number with hardly a word around it that means anything else. */
    static boolean hardlyMore(Understanding words) {
        long letters = words.plain().codePoints().filter(Character::isIdeographic).count();
        return letters == 0 || (letters <= 2 && !words.clear());
    }
}
