package io.waypost.simulator.parcel;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.lane.Waves;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.rhythm.Calendar;
import io.waypost.simulator.rhythm.ChinaTime;
import io.waypost.simulator.truth.Kind;
import io.waypost.simulator.truth.Ledger;
import java.util.List;

/** The last part of a journey: from the delivering outlet to a signature, or back. */
final class Delivery {

    private static final long LAST_CALL = 21 * ChinaTime.HOUR + 1800;

    private static final List<String> PROBLEMS = List.of("无人接听", "地址不详", "电话错误", "客户要求改约", "客户自提", "超区件");

    private static final List<String> FAILURES = List.of("无人在家", "电话无人接听", "门禁无法进入");

    private static final List<String> REFUSALS = List.of("未购买", "不满意", "外包装破损", "物流太慢");

    private final Journeys journeys;

    private final Waves waves;

    private final Ledger ledger;

    Delivery(Journeys journeys, Waves waves, Ledger ledger) {
        this.journeys = journeys;
        this.waves = waves;
        this.ledger = ledger;
    }

    void setOut(Journey journey, long now) {
        Place outlet = journey.here();
        journeys.scan(journey, Mark.byCourier(ScanType.OUT_FOR_DELIVERY, outlet), now);
        journey.tries++;
        long walk = (long) (Math.clamp(journey.dice.around(2.3, 0.55), 0.3, 7) * ChinaTime.HOUR);
        long latest = ChinaTime.midnight(now) + LAST_CALL;
        long at = Math.max(now + 600, Math.min(now + walk, latest - Journeys.minutes(journey, 0, 60)));
        Trouble trouble = journey.strike(Trouble.Moment.WITH_THE_COURIER);
        if (trouble == null) {
            journeys.plan(journey, Stage.HAND_OVER, at);
        } else {
            journeys.hold(journey, trouble, at, outlet, Stage.SET_OUT);
        }
    }

    void handOver(Journey journey, long now) {
        Dice dice = journey.dice;
        Place outlet = journey.here();
        String waybill = journey.shipment.waybill();
        if (journey.returning) {
            journeys.scan(journey, Mark.byCourier(ScanType.RETURN_SIGNED, outlet), now);
            ledger.end(waybill, Kind.REFUSED, now);
            journeys.plan(journey, Stage.END, now);
            return;
        }
        double luck = dice.uniform();
        double closed = Calendar.restDay(ChinaTime.date(now)) ? 0.04 : 0.022;
        if (luck < 0.005) {
            refuse(journey, now);
        } else if (luck < 0.016) {
            askCustomer(journey, now);
        } else if (luck < 0.016 + closed && journey.tries < 3) {
            journeys.scan(journey, Mark.byCourier(ScanType.SIGN_FAILED, outlet).saying(dice.pick(FAILURES)), now);
            journeys.plan(journey, Stage.SET_OUT, waves.round(outlet, now + 2 * ChinaTime.HOUR));
        } else if (luck < 0.52) {
            toStation(journey, now);
        } else {
            journeys.scan(journey, Mark.byCourier(ScanType.SIGNED, outlet).saying(dice.chance(0.85) ? "本人签收" : "家人代收"),
                    now);
            if (luck > 0.9994) {
                ledger.begin(waybill, Kind.WRONGLY_SIGNED, now, outlet.code(), now);
            }
            journeys.plan(journey, Stage.END, now);
        }
    }

    private void refuse(Journey journey, long now) {
        Place outlet = journey.here();
        journeys.scan(journey, Mark.byCourier(ScanType.REJECTED, outlet).saying(journey.dice.pick(REFUSALS)), now);
        ledger.begin(journey.shipment.waybill(), Kind.REFUSED, now, outlet.code(), now);
        journeys.plan(journey, Stage.TURN_BACK, now + Journeys.minutes(journey, 120, 900));
    }

    private void askCustomer(Journey journey, long now) {
        Place outlet = journey.here();
        journeys.scan(journey, Mark.byCourier(ScanType.PROBLEM, outlet).saying(journey.dice.pick(PROBLEMS)), now);
        ledger.begin(journey.shipment.waybill(), Kind.WAITING_FOR_CUSTOMER, now, outlet.code(), now);
        long wait = (long) (Math.clamp(journey.dice.around(18, 0.7), 3, 90) * ChinaTime.HOUR);
        journeys.plan(journey, Stage.ANSWERED, now + wait);
    }

    void answered(Journey journey, long now) {
        ledger.end(journey.shipment.waybill(), Kind.WAITING_FOR_CUSTOMER, now);
        journeys.plan(journey, journey.tries < 3 ? Stage.SET_OUT : Stage.TURN_BACK,
                waves.round(journey.here(), now + 900));
    }

    private void toStation(Journey journey, long now) {
        Place outlet = journey.here();
        Dice dice = journey.dice;
        String code = "%d-%d-%04d".formatted(dice.whole(1, 20), dice.whole(1, 6), dice.whole(0, 9999));
        journeys.scan(journey, Mark.byCourier(ScanType.STATION_IN, outlet).saying("已放入驿站，取件码" + code), now);
        if (dice.chance(0.004)) {
            ledger.begin(journey.shipment.waybill(), Kind.STATION_KEPT, now + 3 * ChinaTime.DAY, outlet.code(), now);
            journeys.plan(journey, Stage.TURN_BACK, now + 7 * ChinaTime.DAY);
            return;
        }
        long stay = (long) (Math.clamp(dice.around(11, 1.0), 0.4, 110) * ChinaTime.HOUR);
        long at = ChinaTime.within(now + stay, 8 * ChinaTime.HOUR, 21 * ChinaTime.HOUR);
        if (at > now + 3 * ChinaTime.DAY) {
            ledger.begin(journey.shipment.waybill(), Kind.STATION_KEPT, now + 3 * ChinaTime.DAY, outlet.code(), now);
        }
        journeys.plan(journey, Stage.COLLECT, at + Journeys.minutes(journey, 0, 50));
    }

    void collect(Journey journey, long now) {
        journeys.scan(journey, Mark.of(ScanType.STATION_SIGNED, journey.here()).saying("凭取件码取出"), now);
        ledger.end(journey.shipment.waybill(), Kind.STATION_KEPT, now);
        journeys.plan(journey, Stage.END, now);
    }
}
