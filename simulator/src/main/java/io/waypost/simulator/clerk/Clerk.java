package io.waypost.simulator.clerk;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.parcel.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A truthful clerk (网点客服): goes and looks, and says what is there. Not everybody finds everything. */
public final class Clerk {

    private static final double FINDS = 0.9;

    private static final double KNOWS_WHO_HAS_IT = 0.35;

    private static final Duration LONGEST_WAIT = Duration.ofDays(3);

    private static final List<String> NOT_FOUND = List.of("已查找仓库和车辆，未见实物", "监控显示未到我处，未找到", "翻库两遍未找到，请协查上一环节");

    private static final List<String> FOUND = List.of("在皮带机下找到，已随下一班车发出", "错放货架，已找到并安排发出", "包内夹带，拆包后已补扫发出", "已找到，今日派送");

    private Clerk() {}

    /**
     * What the unit that is asked answers.
     *
     * @param asked code of the unit that the ticket is with
     * @param everywhere whether it can have all places searched, as regions and headquarters can
     */
    public static Reply reply(Situation situation, String asked, boolean everywhere, Instant now, Dice dice) {
        Instant next = bounded(situation.nextAt(), now);
        return switch (situation.trouble()) {
            case null -> Reply.waiting("ON_THE_WAY", "车辆在途，预计按此时间到达并扫描", next);
            case LOST -> Reply.plain("NOT_FOUND", dice.pick(NOT_FOUND));
            case MISLAID ->
                search(situation, asked, everywhere, dice, Reply.found("FOUND_FORWARDED", dice.pick(FOUND)));
            case DAMAGED ->
                search(situation, asked, everywhere, dice, Reply.found("FOUND_DAMAGED", "外包装破损，已拍照留存，加固后处理"));
            case WAITING_FOR_CUSTOMER -> Reply.waiting("WAITING_CUSTOMER", "已联系客户，等待客户答复", next);
            case STATION_KEPT -> Reply.waiting("WAITING_CUSTOMER", "快件在驿站，已短信提醒客户取件", next);
            case CUSTOMS_HELD -> Reply.waiting("ON_THE_WAY", "海关查验中，放行后即发出", next);
            case ASTRAY -> Reply.plain("NOT_FOUND", "到车清单无此件，疑似错发");
            case MISSORTED -> Reply.waiting("ON_THE_WAY", "错分，正转往正确的中心", next);
            case REFUSED -> Reply.waiting("ON_THE_WAY", "客户拒收，正在退回", next);
            case WRONGLY_SIGNED -> Reply.plain("NOT_FOUND", "系统显示签收，正与派件员核实");
        };
    }

    private static Reply search(Situation situation, String asked, boolean everywhere, Dice dice, Reply found) {
        if (everywhere || situation.place().equals(asked)) {
            return dice.chance(FINDS) ? found : Reply.plain("NOT_FOUND", dice.pick(NOT_FOUND));
        }
        return dice.chance(KNOWS_WHO_HAS_IT)
                ? new Reply("MISDIRECTED", "交接记录显示实物在该处", null, situation.place(), false)
                : Reply.plain("NOT_FOUND", dice.pick(NOT_FOUND));
    }

    private static Instant bounded(@Nullable Instant at, Instant now) {
        Instant soonest = now.plus(Duration.ofHours(2));
        Instant latest = now.plus(LONGEST_WAIT);
        Instant wanted = at == null ? latest : at.plus(Duration.ofMinutes(30));
        return wanted.isBefore(soonest) ? soonest : wanted.isAfter(latest) ? latest : wanted;
    }
}
