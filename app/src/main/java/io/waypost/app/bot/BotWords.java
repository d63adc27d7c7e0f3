package io.waypost.app.bot;

import io.waypost.app.ticket.CustomerCase;
import io.waypost.app.ticket.TicketBrief;
import io.waypost.app.tracking.CustomerParcels.Shown;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.tracking.Doing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Live data in words for customers: never more than is true, never the inside of the network. */
@Component
class BotWords {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm");

    /** What a status sentence says of a parcel. */
    Map<String, String> parcel(Shown parcel) {
        var where = parcel.place() == null || parcel.lastAt() == null
                ? ""
                : "最近一次在%s（%s）。".formatted(parcel.place(), clock(parcel.lastAt()));
        return Map.of("waybill", parcel.waybill(), "status", status(parcel.status()), "where", where, "doing",
                doing(parcel.doing()), "promise", promise(parcel));
    }

    /** A parcel as one line of a list. */
    String line(Shown parcel) {
        return "%s（%s%s）".formatted(parcel.waybill(), status(parcel.status()),
                parcel.lastAt() == null ? "" : "，" + clock(parcel.lastAt()));
    }

    /** What is said of a case that was opened. */
    Map<String, String> opened(TicketBrief ticket) {
        return Map.of("number", ticket.number(), "due", due(ticket.dueAt()));
    }

    /** A case as one line. */
    String progress(CustomerCase kept) {
        var doing = kept.doing() == null ? kept.endedAt() == null ? "正在处理" : "已经处理完" : kept.doing();
        return "· %s（编号 %s）：%s。%s".formatted(kept.kindZh(), kept.number(), doing.replaceAll("。$", ""),
                kept.waitsForYou() ? "需要您补充信息。" : due(kept.nextBy()));
    }

    private static String promise(Shown parcel) {
        var promised = parcel.promisedAt();
        if (promised == null || parcel.status() == ParcelStatus.SIGNED || parcel.status() == ParcelStatus.RETURNED) {
            return "";
        }
        return parcel.late()
                ? "原定 %s 前送到，现在晚了，很抱歉。".formatted(clock(promised))
                : "预计 %s 前送到。".formatted(clock(promised));
    }

    private static String due(@Nullable Instant at) {
        return at == null ? "" : "我们会在 %s 前给您答复。".formatted(clock(at));
    }

    private static String status(ParcelStatus status) {
        return switch (status) {
            case CREATED -> "已下单，等待揽收";
            case IN_TRANSIT -> "运输中";
            case OUT_FOR_DELIVERY -> "正在派送";
            case AT_STATION -> "已到代收点，等您来取";
            case PROBLEM -> "派送遇到问题";
            case SIGNED -> "已签收";
            case RETURNING -> "正在退回";
            case RETURNED -> "已退回寄件人";
            case CUSTOMS -> "清关中";
        };
    }

    private static String doing(Doing doing) {
        return switch (doing.code()) {
            case ON_ROAD_LONG -> "路上的时间比平时长，我们在留意。";
            case RECEIVED, HANDLING -> "您反映的问题正在处理。";
            case CONTACTING_OUTLET -> "我们正在联系网点核实。";
            case CHECKING -> "处理结果正在核实。";
            case WITH_AUTHORITY -> "监管部门正在处理。";
            case SEARCHING -> "我们正在查找包裹。";
            case FOUND_FORWARDED -> "包裹已经找到，正在送往您那里。";
            case FOUND_DAMAGED -> "包裹已经找到，但有破损。";
            case WAITING_FOR_YOU -> "需要您补充一些信息。";
            case MOVING, AT_STATION, OUT_FOR_DELIVERY, DELIVERED, RETURNING, CUSTOMS -> "";
        };
    }

    private static String clock(Instant at) {
        return CLOCK.format(at.atZone(BEIJING));
    }
}
