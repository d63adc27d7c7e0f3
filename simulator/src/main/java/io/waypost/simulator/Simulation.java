package io.waypost.simulator;

import io.waypost.client.Closure;
import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.lane.Lanes;
import io.waypost.simulator.lane.Router;
import io.waypost.simulator.lane.Sorting;
import io.waypost.simulator.lane.Waves;
import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.parcel.Journeys;
import io.waypost.simulator.parcel.Mark;
import io.waypost.simulator.parcel.Shipment;
import io.waypost.simulator.parcel.Shipments;
import io.waypost.simulator.parcel.Showcase;
import io.waypost.simulator.parcel.Situation;
import io.waypost.simulator.parcel.Stagehand;
import io.waypost.simulator.rhythm.Calendar;
import io.waypost.simulator.rhythm.ChinaTime;
import io.waypost.simulator.rhythm.DayCurve;
import io.waypost.simulator.strain.Strain;
import io.waypost.simulator.truth.Ledger;
import io.waypost.simulator.truth.Truth;
import io.waypost.simulator.upload.Devices;
import io.waypost.simulator.weather.Storm;
import io.waypost.simulator.weather.Weather;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A courier network at work, in simulated time and in this process.
 *
 * <p>{@link #advanceTo} hands out everything that reaches the platform up to an instant, in order. Same settings and same
 * calls of {@link #found} at the same instants give the same actions, however the time between is cut. Not safe for
 * threads.
 */
public final class Simulation {

    private static final long LUCK = 701;

    private static final int SAMPLE = 20_000;

    private final Settings settings;

    private final Network network;

    private final Weather weather;

    private final Shipments shipments;

    private final Journeys journeys;

    private final Ledger ledger = new Ledger();

    private final Agenda agenda = new Agenda();

    private long nextOrder;

    private long now;

    public Simulation(Settings settings) {
        this.settings = settings;
        long seed = settings.seed();
        this.network = Network.of(seed, settings.shape(), settings.outlets(), settings.hubs());
        this.weather = new Weather(seed, settings.shape());
        this.shipments = new Shipments(network, new Router(network), showcase(settings), seed);
        Sorting sorting = new Sorting(network.hubs(), load());
        this.journeys = new Journeys(seed, network, new Lanes(seed, settings.shape(), weather),
                new Waves(seed, settings.shape(), weather), sorting,
                new Strain(seed, showcase(settings).map(Showcase::outlet).orElse(null), settings.start()), ledger,
                new Stage(new Devices(seed, settings.shape())), settings.handOvers());
        this.now = settings.start().getEpochSecond();
        // Stops that were announced before the first day are told to a platform that was not there yet.
        provinces().forEach(province -> weather.standing(province, now).stream().filter(Storm::announced)
                .forEach(this::announce));
        agenda.add(now, new Agenda.Item.NewDay());
    }

    /** The network that the parcels move in. */
    public Network network() {
        return network;
    }

    /** Where the simulation has got to. */
    public Instant now() {
        return Instant.ofEpochSecond(now);
    }

    /** Runs on to an instant and hands out what reaches the platform on the way, its own second included. */
    public void advanceTo(Instant to, Consumer<Action> platform) {
        long until = to.getEpochSecond();
        while (agenda.firstAt() <= until) {
            now = Math.max(now, agenda.firstAt());
            switch (agenda.take()) {
                case Agenda.Item.Step(Journeys.Wake wake) -> journeys.step(wake, now);
                case Agenda.Item.Order() -> order();
                case Agenda.Item.NewDay() -> newDay();
                case Agenda.Item.Out(Action action) -> platform.accept(action);
                case null -> throw new IllegalStateException("The agenda is empty.");
            }
        }
        now = Math.max(now, until);
    }

    /**
     * Somebody looked for a parcel because of a ticket, now, and found it.
     *
     * @return whether it was there to be found
     */
    public boolean found(String waybill) {
        return journeys.found(waybill, now);
    }

    /** How things stand with a parcel under way. */
    public Optional<Situation> situation(String waybill) {
        return journeys.situation(waybill, now);
    }

    /** What has really happened so far. */
    public Truth truth() {
        return ledger.upTo(now());
    }

    private void order() {
        Shipment shipment = shipments.order(nextOrder++, now);
        out(new Action.Register(now(), shipment.registration()));
        journeys.begin(shipment);
    }

    private void newDay() {
        LocalDate date = ChinaTime.date(now);
        long midnight = ChinaTime.midnight(now);
        Dice dice = Dice.of(settings.seed(), LUCK, date.toEpochDay());
        int orders = (int) Math.round(settings.parcelsPerDay() * Calendar.volume(date) * dice.between(0.97, 1.03));
        for (long second : DayCurve.ORDERS.draw(orders, dice)) {
            if (midnight + second >= now) {
                agenda.add(midnight + second, new Agenda.Item.Order());
            }
        }
        for (String province : provinces()) {
            weather.beginning(province, date).filter(Storm::announced).ifPresent(this::announce);
        }
        agenda.add(midnight + ChinaTime.DAY, new Agenda.Item.NewDay());
    }

    private void announce(Storm storm) {
        Closure closure = new Closure("P" + storm.province(), "WEATHER", storm.cause() + "，暂停收派",
                Instant.ofEpochSecond(storm.from()),
                Instant.ofEpochSecond(storm.until()));
        out(new Action.Announce(Instant.ofEpochSecond(Math.max(now, storm.from() - 2 * ChinaTime.HOUR)), closure));
    }

    private void out(Action action) {
        agenda.add(action.at().getEpochSecond(), new Agenda.Item.Out(action));
    }

    private Optional<Showcase> showcase(Settings from) {
        return Optional.ofNullable(from.showcase()).map(code -> new Showcase(network.place(code).orElseThrow(
                () -> new IllegalArgumentException("There is no outlet %s.".formatted(code))), from.parcelsPerDay()));
    }

    private List<String> provinces() {
        return network.hubs().stream().map(Place::province).distinct().sorted().toList();
    }

    /** How many parcels pass each hub on an ordinary day. */
    private double[] load() {
        double[] load = new double[network.hubs().size()];
        for (int i = 0; i < SAMPLE; i++) {
            List<Place> route = shipments.sample(-1 - i);
            route.stream().filter(Place::hub)
                    .forEach(hub -> load[hub.index()] += (double) settings.parcelsPerDay() / SAMPLE);
        }
        return load;
    }

    /** Turns what journeys do into entries of the agenda. */
    private final class Stage implements Stagehand {

        private final Devices devices;

        private Stage(Devices devices) {
            this.devices = devices;
        }

        @Override
        public void scanned(Shipment shipment, int number, Mark mark, long at) {
            devices.upload(shipment.index(), number, shipment.waybill(), mark, at)
                    .forEach(
                            upload -> out(new Action.Upload(Instant.ofEpochSecond(upload.arrivesAt()), upload.scan())));
        }

        @Override
        public void wake(Journeys.Wake ticket, long at) {
            agenda.add(at, new Agenda.Item.Step(ticket));
        }
    }
}
