package io.waypost.core.slot;

import io.waypost.core.slot.When.PartOfDay;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a day and a time of day in a message without long numbers. */
final class Days {

    private static final String SMALL = "(\\d{1,2}|[零一二两三四五六七八九十]{1,3})";
    private static final Pattern DATE = Pattern
            .compile("(?:20\\d{2}[年/.-])?" + SMALL + "(?:月(?:份)?)" + SMALL
                    + "(?:日|号)?|20\\d{2}[/.-](\\d{1,2})[/.-](\\d{1,2})");
    private static final Pattern WEEKDAY = Pattern.compile("(下个?)?(?:周|星期|礼拜)([一二三四五六日天末])");
    private static final Pattern CLOCK = Pattern.compile("(?<![\\d.])(\\d{1,2}):(\\d{2})(?!\\d)");
    private static final Pattern HOUR = Pattern
            .compile("(?<![\\d.几])" + SMALL + "(?:点钟?|时)(?!间|候)(半|一刻|三刻|(\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)分?)?");
    private static final Pattern MORNING = Pattern.compile("上午|早上|早晨|清晨|一早|大早|今早|明早");
    private static final Pattern AFTERNOON = Pattern.compile("下午|午后");
    private static final Pattern EVENING = Pattern.compile("晚上|今晚|明晚|傍晚|夜里|晚间|下班后|下了班");
    private static final String WEEK = "一二三四五六日";

    private Days() {}

    static When read(String text) {
        var date = date(text);
        var weekday = WEEKDAY.matcher(text);
        boolean named = date == null && weekday.find();
        return new When(date == null && !named ? days(text) : null, named ? weekday(weekday.group(2)) : null,
                named && weekday.group(1) != null, date, time(text) == null ? part(text) : null, time(text));
    }

    private static @Nullable Integer days(String text) {
        if (text.contains("大后天")) {
            return 3;
        }
        if (text.contains("后天") || text.contains("后日")) {
            return 2;
        }
        if (Pattern.compile("明[天日儿早晚]|明个").matcher(text).find()) {
            return 1;
        }
        if (Pattern.compile("今[天日儿早晚]|今个").matcher(text).find()) {
            return 0;
        }
        if (text.contains("前天")) {
            return -2;
        }
        return Pattern.compile("昨[天日儿晚]").matcher(text).find() ? -1 : null;
    }

    private static @Nullable MonthDay date(String text) {
        var matcher = DATE.matcher(text);
        while (matcher.find()) {
            boolean dashed = matcher.group(3) != null;
            int month = number(matcher.group(dashed ? 3 : 1));
            int day = number(matcher.group(dashed ? 4 : 2));
            if (month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength()) {
                return MonthDay.of(month, day);
            }
        }
        return null;
    }

    private static DayOfWeek weekday(String said) {
        return said.equals("天")
                ? DayOfWeek.SUNDAY
                : said.equals("末") ? DayOfWeek.SATURDAY : DayOfWeek.of(WEEK.indexOf(said) + 1);
    }

    private static @Nullable PartOfDay part(String text) {
        if (EVENING.matcher(text).find()) {
            return PartOfDay.EVENING;
        }
        if (AFTERNOON.matcher(text).find()) {
            return PartOfDay.AFTERNOON;
        }
        return MORNING.matcher(text).find() ? PartOfDay.MORNING : null;
    }

    private static @Nullable LocalTime time(String text) {
        var clock = CLOCK.matcher(text);
        if (clock.find()) {
            return of(number(clock.group(1)), number(clock.group(2)), text);
        }
        var hour = HOUR.matcher(text);
        return hour.find() ? of(number(hour.group(1)), minutes(hour), text) : null;
    }

    private static int minutes(Matcher hour) {
        var said = hour.group(2);
        if (said == null) {
            return 0;
        }
        return switch (said) {
            case "半" -> 30;
            case "一刻" -> 15;
            case "三刻" -> 45;
            default -> number(hour.group(3));
        };
    }

    private static @Nullable LocalTime of(int hour, int minute, String text) {
        boolean later = hour < 12 && (part(text) == PartOfDay.AFTERNOON || part(text) == PartOfDay.EVENING);
        int of24 = later ? hour + 12 : hour;
        return of24 > 23 || minute > 59 ? null : LocalTime.of(of24, minute);
    }

    private static int number(String said) {
        return Numerals.read(said).map(java.math.BigDecimal::intValue).orElse(-1);
    }
}
