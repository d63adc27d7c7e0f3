package io.waypost.watch.record;

import io.waypost.core.calendar.HolidayYear;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.DayPart;
import io.waypost.core.watch.LimitKey;
import io.waypost.core.watch.LimitPolicy;
import io.waypost.core.watch.LimitRow;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.LimitRow.Usual;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.RestDays;
import io.waypost.core.watch.RestKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Function;

/**
 * A version of the table of limits with all it rests on, the holidays included: a replay years later decides by the same. Tables that
 * were written before rows, or places, had days of rest are read as they were meant, without any.
 */
final class LimitsForm {

    private LimitsForm() {}

    static void write(RecordWriter out, Limits limits) {
        out.number(limits.version()).instant(limits.effectiveFrom());
        out.all(limits.rows(), LimitsForm::write);
        write(out, limits.policy());
        out.all(limits.holidays().years(), LimitsForm::write);
        // In the order of the codes, so that the same table is the same bytes.
        out.all(limits.graces().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(),
                (to, grace) -> to.text(grace.getKey()).decimal(grace.getValue()));
        out.all(limits.restByPlace().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(),
                (to, rest) -> write(to, rest.getKey()).number(rest.getValue().code()));
    }

    static Limits read(RecordReader in) {
        var table = readWithoutPlaces(in);
        var rest = new LinkedHashMap<RestKey, RestDays>();
        in.all(from -> rest.put(place(from), RestDays.ofCode(from.number())));
        return table.resting(rest);
    }

    static Limits readWithoutPlaces(RecordReader in) {
        return read(in, from -> RestDays.ofCode(from.number()));
    }

    static Limits readWithoutRestDays(RecordReader in) {
        return read(in, _ -> RestDays.NONE);
    }

    private static RecordWriter write(RecordWriter out, RestKey place) {
        return out.text(place.site()).name(place.stage()).maybe(place.laneClass(), RecordWriter::name);
    }

    private static RestKey place(RecordReader in) {
        return new RestKey(in.text(), in.name(Stage.class), in.maybe(from -> from.name(LaneClass.class)));
    }

    private static Limits read(RecordReader in, Function<RecordReader, RestDays> restDays) {
        int version = in.number();
        var effectiveFrom = in.instant();
        var rows = in.all(from -> row(from, restDays));
        var policy = policy(in);
        var holidays = new Holidays(in.all(LimitsForm::year));
        var graces = new LinkedHashMap<String, Double>();
        in.all(from -> graces.put(from.text(), from.decimal()));
        return new Limits(version, effectiveFrom, rows, policy, holidays, graces);
    }

    private static void write(RecordWriter out, LimitRow row) {
        var key = row.key();
        out.name(key.stage()).maybe(key.laneClass(), RecordWriter::name).maybe(key.fromDivision(), RecordWriter::text)
                .maybe(key.toDivision(), RecordWriter::text).maybe(key.dayPart(), RecordWriter::name);
        out.decimal(row.hours()).number(row.restDays().code()).name(row.basis())
                .maybe(row.percentile(), RecordWriter::decimal)
                .maybe(row.samples(), RecordWriter::key)
                .maybe(row.usual(), (to, usual) -> to.decimal(usual.lowHours()).decimal(usual.highHours()))
                .text(row.source()).text(row.author()).instant(row.effectiveFrom());
    }

    private static LimitRow row(RecordReader in, Function<RecordReader, RestDays> restDays) {
        var key = new LimitKey(in.name(Stage.class), in.maybe(from -> from.name(LaneClass.class)),
                in.maybe(RecordReader::text), in.maybe(RecordReader::text),
                in.maybe(from -> from.name(DayPart.class)));
        return new LimitRow(key, in.decimal(), restDays.apply(in), in.name(Basis.class),
                in.maybe(RecordReader::decimal),
                in.maybe(RecordReader::key), in.maybe(from -> new Usual(from.decimal(), from.decimal())), in.text(),
                in.text(), in.instant());
    }

    private static void write(RecordWriter out, LimitPolicy policy) {
        out.decimal(policy.floorHours()).decimal(policy.watchHours()).decimal(policy.nightHours())
                .decimal(policy.springFestivalFactor()).decimal(policy.holidayFactor())
                .decimal(policy.defaultGraceHours()).decimal(policy.graceCapHours()).decimal(policy.settleHours())
                .decimal(policy.settleCapHours());
    }

    private static LimitPolicy policy(RecordReader in) {
        return new LimitPolicy(in.decimal(), in.decimal(), in.decimal(), in.decimal(), in.decimal(), in.decimal(),
                in.decimal(), in.decimal(), in.decimal());
    }

    private static void write(RecordWriter out, HolidayYear year) {
        out.number(year.year()).text(year.source()).all(year.holidays(),
                (to, holiday) -> to.text(holiday.name()).key(holiday.first().toEpochDay())
                        .key(holiday.last().toEpochDay()));
        out.all(year.makeUpDays().stream().sorted(Comparator.naturalOrder()).toList(),
                (to, day) -> to.key(day.toEpochDay()));
    }

    private static HolidayYear year(RecordReader in) {
        return new HolidayYear(in.number(), in.text(),
                in.all(from -> new Holidays.Holiday(from.text(), LocalDate.ofEpochDay(from.key()),
                        LocalDate.ofEpochDay(from.key()))),
                new LinkedHashSet<>(in.all(from -> LocalDate.ofEpochDay(from.key()))));
    }
}
