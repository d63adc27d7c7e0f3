package io.waypost.simulator.parcel;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.lane.Lanes;
import io.waypost.simulator.lane.Sorting;
import io.waypost.simulator.lane.Waves;
import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.rhythm.Calendar;
import io.waypost.simulator.rhythm.ChinaTime;
import io.waypost.simulator.strain.Strain;
import io.waypost.simulator.truth.Kind;
import io.waypost.simulator.truth.Ledger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lives of all parcels under way: each step makes a scan and plans the next. Not safe for threads. */
public final class Journeys {

    private static final long LUCK = 501;

    private static final double MISSED_LORRY = 0.008;

    private final long seed;

    private final Network network;

    private final Lanes lanes;

    private final Waves waves;

    private final Sorting sorting;

    private final Ledger ledger;

    private final Stagehand stage;

    private final Delivery delivery;

    private final Strain strain;

    private final @Nullable HandOvers handOvers;

    private final Map<String, Journey> underWay = new HashMap<>();

    /** A planned step; void when the journey has been planned anew since. */
    public static final class Wake {

        private final Journey journey;

        private final int version;

        private Wake(Journey journey) {
            this.journey = journey;
            this.version = journey.version;
        }
    }

    public Journeys(long seed, Network network, Lanes lanes, Waves waves, Sorting sorting, Strain strain,
            Ledger ledger, Stagehand stage, boolean handOvers) {
        this.seed = seed;
        this.network = network;
        this.lanes = lanes;
        this.waves = waves;
        this.sorting = sorting;
        this.strain = strain;
        this.ledger = ledger;
        this.stage = stage;
        this.delivery = new Delivery(this, waves, ledger);
        this.handOvers = handOvers ? new HandOvers(seed, stage) : null;
    }

    /** A new order; its first step is due at once. */
    public void begin(Shipment shipment) {
        Journey journey = new Journey(shipment, Dice.of(seed, LUCK, shipment.index()));
        underWay.put(shipment.waybill(), journey);
        ledger.count();
        plan(journey, Stage.ORDER, shipment.createdAt());
    }

    /** Takes a planned step. */
    public void step(Wake wake, long now) {
        if (wake.version == wake.journey.version) {
            step(wake.journey, now);
        }
    }

    /** How things stand with a parcel; empty once it has arrived, or when it is none of ours. */
    public Optional<Situation> situation(String waybill, long now) {
        return Optional.ofNullable(underWay.get(waybill)).map(journey -> Situation.of(journey, now));
    }

    /** Somebody searched and found the parcel where it lies; it moves on soon. Nothing happens to one that is not stuck, or lost. */
    public boolean found(String waybill, long now) {
        Journey journey = underWay.get(waybill);
        if (journey == null || journey.held == null || journey.held.from() > now
                || journey.held.trouble().kind() == Kind.LOST) {
            return false;
        }
        long soon = now + minutes(journey, 15, 110);
        long at = journey.held.place().hub() ? soon : ChinaTime.within(soon, 7 * ChinaTime.HOUR, 22 * ChinaTime.HOUR);
        if (at < journey.nextAt) {
            plan(journey, Stage.RELEASE, at);
        }
        return true;
    }

    private void step(Journey journey, long now) {
        long works = worksFrom(journey, now);
        if (works > now) {
            plan(journey, journey.next, works + minutes(journey, 0, 90));
            return;
        }
        switch (journey.next) {
            case ORDER -> {
                scan(journey, Mark.of(ScanType.ORDER_CREATED, journey.here()), now);
                plan(journey, Stage.PICK_UP, pickUp(journey, now));
            }
            case PICK_UP -> {
                scan(journey, Mark.byCourier(ScanType.PICKED_UP, journey.here()).weighing(journey.shipment.weightKg()),
                        now);
                book(journey, now + minutes(journey, 10, 40));
                strikeAtStop(journey);
            }
            case BAG -> {
                scan(journey, Mark.of(ScanType.BAGGED, journey.here()).in(journey.bag), now);
                plan(journey, Stage.DEPART, Math.max(now + 60, journey.departsAt - minutes(journey, 1, 9)));
            }
            case DEPART -> depart(journey, now);
            case ARRIVE -> arrive(journey, now);
            case CUSTOMS_IN -> customs(journey, now);
            case CUSTOMS_FAIL -> {
                scan(journey, Mark.of(ScanType.CUSTOMS_FAILED, journey.here()).saying("资料不全，等待补充"), now);
                ledger.begin(journey.shipment.waybill(), Kind.CUSTOMS_HELD, now, journey.here().code(), now);
                plan(journey, Stage.CUSTOMS_OUT, now + minutes(journey, 40 * 60, 110 * 60));
            }
            case CUSTOMS_OUT -> {
                scan(journey, Mark.of(ScanType.CUSTOMS_RELEASED, journey.here()), now);
                ledger.end(journey.shipment.waybill(), Kind.CUSTOMS_HELD, now);
                book(journey, now + minutes(journey, 60, 200));
            }
            case RELEASE -> release(journey, now);
            case SET_OUT -> {
                if (strain.putOff(journey.here(), journey.shipment.index(), now)) {
                    long tomorrow = ChinaTime.midnight(now) + ChinaTime.DAY;
                    plan(journey, Stage.SET_OUT, waves.round(journey.here(), tomorrow));
                } else {
                    delivery.setOut(journey, now);
                }
            }
            case HAND_OVER -> delivery.handOver(journey, now);
            case ANSWERED -> delivery.answered(journey, now);
            case COLLECT -> delivery.collect(journey, now);
            case TURN_BACK -> {
                scan(journey, Mark.of(ScanType.RETURN_STARTED, journey.here()).saying("退回寄件人"), now);
                journey.turnBack();
                book(journey, now + minutes(journey, 20, 90));
            }
            case END -> underWay.remove(journey.shipment.waybill());
        }
    }

    /** When the place works at which the next step is scanned. */
    private long worksFrom(Journey journey, long now) {
        return switch (journey.next) {
            case ARRIVE -> strain.worksFrom(journey.there(), now);
            case BAG, DEPART -> strain.worksFrom(journey.here(), now);
            case ORDER, PICK_UP, CUSTOMS_IN, CUSTOMS_FAIL, CUSTOMS_OUT, SET_OUT, HAND_OVER, ANSWERED, COLLECT,
                    TURN_BACK, RELEASE, END ->
                now;
        };
    }

    private long pickUp(Journey journey, long now) {
        long asked = now + minutes(journey, 20, 200);
        long at = ChinaTime.within(asked, 8 * ChinaTime.HOUR + 1800, 20 * ChinaTime.HOUR + 1800);
        long due = at == asked ? at : at + minutes(journey, 0, 150);
        while (Calendar.springStandstill(ChinaTime.date(due))) {
            due += ChinaTime.DAY;
        }
        return due;
    }

    /** Books the next lorry; some parcels miss it and take the one after. */
    private void book(Journey journey, long ready) {
        Dice dice = journey.dice;
        long departs = waves.departure(journey.here(), journey.there(), ready);
        if (dice.chance(MISSED_LORRY)) {
            departs = waves.departure(journey.here(), journey.there(), departs + 60);
        }
        journey.departsAt = departs;
        journey.bag = dice.chance(0.92) ? bag(journey, departs) : null;
        long scanned = Math.max(ready, departs - minutes(journey, 1, 12));
        boolean bagged = journey.bag != null && journey.stop <= 1 && dice.chance(0.5);
        plan(journey, bagged ? Stage.BAG : Stage.DEPART,
                bagged ? Math.max(ready, scanned - minutes(journey, 8, 30)) : scanned);
    }

    private String bag(Journey journey, long departs) {
        Dice dice = Dice.of(seed, LUCK, journey.here().code().hashCode(), journey.there().code().hashCode(), departs);
        return "JB" + (1_000_000_000L + Math.floorMod(dice.bits(), 9_000_000_000L));
    }

    private void depart(Journey journey, long now) {
        Place here = journey.here();
        Place there = journey.there();
        scan(journey, Mark.of(ScanType.DEPARTED, here).to(there).in(journey.bag), now);
        Trouble trouble = journey.strike(Trouble.Moment.ON_THE_WAY);
        if (trouble != null && trouble.kind() == Kind.MISSORTED) {
            missort(journey, now);
            return;
        }
        long arrives = lanes.arrival(here, there, Math.max(now, journey.departsAt)) + minutes(journey, 4, 45);
        if (trouble == null) {
            loaded(journey, false, now);
            plan(journey, Stage.ARRIVE, arrives);
        } else if (leftBehind(journey, trouble)) {
            loaded(journey, true, now);
            bagComes(journey, there, false, arrives);
            hold(journey, trouble, Math.max(now, journey.departsAt), here, Stage.DEPART);
        } else {
            loaded(journey, false, now);
            if (bagComes(journey, there, true, arrives)) {
                journey.lastScanAt = arrives;
            }
            hold(journey, trouble, arrives, there, Stage.ARRIVE);
        }
    }

    private void loaded(Journey journey, boolean leftBehind, long now) {
        if (handOvers != null) {
            handOvers.departs(journey, leftBehind, now);
        }
    }

    private boolean bagComes(Journey journey, Place there, boolean inIt, long at) {
        if (handOvers == null || journey.bagCame) {
            return false;
        }
        boolean scanned = handOvers.comes(journey, there, inIt, at);
        journey.bagCame = inIt && scanned;
        return scanned;
    }

    /** A bag is rarely left on the dock; a parcel without one rarely gets lost behind it. */
    private static boolean leftBehind(Journey journey, Trouble trouble) {
        return trouble.atSender()
                ? journey.bag == null || journey.dice.chance(0.4)
                : journey.bag == null && journey.dice.chance(0.7);
    }

    private void missort(Journey journey, long now) {
        Place right = journey.there();
        Place wrong = nextChute(journey, right);
        long departs = Math.max(now, journey.departsAt);
        boolean astray = !journey.route.contains(wrong);
        long due = lanes.arrival(journey.here(), right, departs);
        if (astray) {
            journey.detour(wrong);
            ledger.begin(journey.shipment.waybill(), Kind.MISSORTED, now, wrong.code(), now);
        }
        loaded(journey, false, now);
        long arrives = lanes.arrival(journey.here(), journey.there(), departs) + minutes(journey, 4, 45);
        if (astray && arrives > due) {
            ledger.begin(journey.shipment.waybill(), Kind.ASTRAY, due, wrong.code(), now);
        }
        plan(journey, Stage.ARRIVE, arrives);
    }

    /** The hub whose chute is the next one: of a few, the nearest to the right one. */
    private Place nextChute(Journey journey, Place right) {
        return Stream.generate(() -> journey.dice.pick(network.hubs())).limit(4).filter(hub -> !hub.equals(right))
                .min(Comparator.comparingDouble(right::kmTo)).orElse(journey.here());
    }

    private void arrive(Journey journey, long now) {
        bagComes(journey, journey.there(), true, now);
        journey.bagCame = false;
        journey.stop++;
        Place here = journey.here();
        scan(journey, Mark.of(ScanType.ARRIVED, here).in(journey.bag), now);
        if (journey.stop == journey.wrongStop) {
            ledger.end(journey.shipment.waybill(), Kind.ASTRAY, now);
        }
        if (journey.wrongStop >= 0 && journey.stop > journey.wrongStop) {
            journey.wrongStop = -1;
            ledger.end(journey.shipment.waybill(), Kind.MISSORTED, now);
        }
        if (journey.atLastStop()) {
            long ready = now + minutes(journey, 15, 50);
            plan(journey, Stage.SET_OUT,
                    waves.round(here, journey.dice.chance(0.02) ? waves.round(here, ready) + 60 : ready));
        } else if (crossesCustoms(journey)) {
            plan(journey, Stage.CUSTOMS_IN, now + minutes(journey, 40, 200));
        } else {
            book(journey, sorting.sorted(here, now, journey.dice));
        }
        strikeAtStop(journey);
    }

    /** What is planned next does not happen if the parcel gets mislaid here. */
    private void strikeAtStop(Journey journey) {
        Trouble trouble = journey.strike(Trouble.Moment.AT_THE_STOP);
        if (trouble != null) {
            Place by = trouble.kind() == Kind.DAMAGED && handOvers != null
                    ? handOvers.cameBroken(journey, journey.lastScanAt, journey.nextAt)
                    : null;
            hold(journey, trouble, journey.nextAt, journey.here(),
                    journey.next == Stage.BAG ? Stage.DEPART : journey.next, by == null ? journey.here() : by);
        }
    }

    private static boolean crossesCustoms(Journey journey) {
        String before = journey.route.get(journey.stop - 1).province();
        return territory(before) != territory(journey.here().province());
    }

    private static int territory(String province) {
        return province.equals("71") || province.equals("81") || province.equals("82") ? Integer.parseInt(province) : 0;
    }

    private void customs(Journey journey, long now) {
        scan(journey, Mark.of(ScanType.CUSTOMS_IN, journey.here()), now);
        if (journey.dice.chance(0.06)) {
            plan(journey, Stage.CUSTOMS_FAIL, now + minutes(journey, 120, 500));
        } else {
            plan(journey, Stage.CUSTOMS_OUT,
                    now + (long) (Math.clamp(journey.dice.around(12, 0.5), 3, 44) * ChinaTime.HOUR));
        }
    }

    /** The parcel stays unseen from then on, for as long as its trouble lasts, where it got into it. */
    void hold(Journey journey, Trouble trouble, long from, Place place, Stage resume) {
        hold(journey, trouble, from, place, resume, place);
    }

    private void hold(Journey journey, Trouble trouble, long from, Place place, Stage resume, Place by) {
        journey.held = new Journey.Held(trouble, from, place, resume);
        ledger.begin(journey.shipment.waybill(), trouble.kind(), from, place.code(), journey.lastScanAt, by.code());
        if (trouble.kind() == Kind.LOST) {
            journey.version++;
            journey.nextAt = Long.MAX_VALUE;
        } else {
            plan(journey, Stage.RELEASE, from + trouble.cures());
        }
    }

    private void release(Journey journey, long now) {
        Journey.Held held = journey.held;
        if (held == null) {
            return;
        }
        journey.held = null;
        ledger.end(journey.shipment.waybill(), held.trouble().kind(), now);
        if (held.trouble().kind() == Kind.DAMAGED) {
            boolean back = journey.dice.chance(0.4);
            scan(journey, Mark.of(ScanType.PROBLEM, held.place()).saying(back ? "外包装破损，联系寄件人后退回" : "外包装破损，已加固"), now);
            if (back) {
                plan(journey, Stage.TURN_BACK, now + minutes(journey, 60, 300));
            } else {
                book(journey, now + minutes(journey, 30, 120));
            }
            return;
        }
        journey.departsAt = now;
        journey.next = held.resume();
        step(journey, now);
    }

    void scan(Journey journey, Mark mark, long now) {
        journey.lastScanAt = now;
        stage.scanned(journey.shipment, journey.scans++, mark, now);
    }

    void plan(Journey journey, Stage next, long at) {
        journey.next = next;
        journey.nextAt = at;
        journey.version++;
        stage.wake(new Wake(journey), at);
    }

    static long minutes(Journey journey, int low, int high) {
        return (long) (journey.dice.between(low, high) * ChinaTime.MINUTE);
    }
}
