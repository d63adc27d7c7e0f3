package io.waypost.simulator.drive;

import io.waypost.client.ApiException;
import io.waypost.client.ImportReport;
import io.waypost.client.RetryPolicy;
import io.waypost.client.ServerState;
import io.waypost.client.ServerUnreachable;
import io.waypost.client.WaypostClient;
import io.waypost.simulator.Settings;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.care.Customers;
import io.waypost.simulator.network.ImportFiles;
import io.waypost.simulator.network.Staff;
import io.waypost.simulator.upload.Register;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Brings a network to life on a platform and keeps it going until told to stop. Not safe for threads. */
public final class Driver {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration BIGGEST_STEP = Duration.ofHours(2);

    private static final int TICKS_BETWEEN_DESKS = 5;

    private static final RetryPolicy RETRIES = new RetryPolicy(6, Duration.ofMillis(300), Duration.ofSeconds(20));

    private final Options options;

    private final StateDir stateDir;

    private final PrintStream log;

    private final BooleanSupplier stopped;

    private final Duration tick;

    /** A driver that looks at the platform's clock every {@code tick}, and checks between two steps whether it is to stop. */
    public Driver(Options options, PrintStream log, BooleanSupplier stopped, Duration tick) {
        this.options = options;
        this.stateDir = new StateDir(options.stateDir());
        this.log = log;
        this.stopped = stopped;
        this.tick = tick;
    }

    /** What runs once the platform is there. */
    private record Session(WaypostClient client, Simulation simulation, Uplink uplink, CareDesk care,
            TicketDesk desk) {

        /** What reaches the platform on the way, and who may come back with a matter. */
        void advanceTo(Instant at) {
            simulation.advanceTo(at, action -> {
                uplink.accept(action);
                care.notice(action);
            });
            uplink.flush();
        }
    }

    /** Plays until stopped. */
    public void run() throws InterruptedException {
        try (WaypostClient client = connect()) {
            ServerState server = client.state();
            if (!server.mode().equals("DEMO")) {
                throw new IllegalStateException(
                        "The platform at %s is in real use; the simulator plays only demonstrations."
                                .formatted(options.server()));
            }
            StateDir.Kept kept = prepare(client, server.now());
            Simulation simulation = new Simulation(kept.settings());
            stateDir.replay(simulation, kept.sentUpTo());
            CareDesk care = new CareDesk(client, simulation,
                    new Customers(kept.settings().seed(), options.complaintsPerThousand()), options.leaveToPeople(),
                    kept.settings().seed());
            TicketDesk desk = new TicketDesk(client, simulation, options.leaveToPeople(), care,
                    waybill -> stateDir.noteFound(simulation.now(), waybill));
            Session session = new Session(client, simulation, new Uplink(client, log), care, desk);
            live(session, warmUp(session, kept));
        }
    }

    private WaypostClient connect() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                WaypostClient client = new WaypostClient(options.server(), Files.readString(options.keyFile()).strip(),
                        RETRIES);
                client.state();
                return client;
            } catch (IOException | ServerUnreachable | ApiException e) {
                if (Instant.now().isAfter(until) || stopped.getAsBoolean()) {
                    throw new IllegalStateException(
                            "The platform at %s with the key in %s does not answer: %s".formatted(options.server(),
                                    options.keyFile(), e.getMessage()),
                            e);
                }
                Thread.sleep(tick);
            }
        }
    }

    /** Takes up what was kept, if the platform still has that network; otherwise brings in a new one. */
    private StateDir.Kept prepare(WaypostClient client, Instant now) {
        boolean hasNetwork = client.hasUnit("R01");
        StateDir.Kept kept = stateDir.load().orElse(null);
        if (kept != null && hasNetwork) {
            Instant sent = kept.sentUpTo().isAfter(now) ? now : kept.sentUpTo();
            log.printf("Going on at %s; orders since %s are played again.%n", sent, kept.settings().start());
            return kept.sent(sent);
        }
        stateDir.clear();
        Settings settings = Settings.demo(options.seed(), now, options.parcelsPerDay(), options.shape());
        Settings run = options.showcase().equals("none") ? settings : settings.withShowcase(options.showcase());
        Settings chosen = options.handOvers() ? run.withHandOvers() : run;
        if (!hasNetwork) {
            Simulation blank = new Simulation(chosen);
            report("units", client.importNetwork(ImportFiles.network(blank.network().units()), false));
            report("scanners",
                    client.importDevices(new Register(chosen.seed(), chosen.shape()).file(blank.network()), false));
            options.password().ifPresent(password -> report("people",
                    client.importPeople(ImportFiles.people(Staff.of(blank.network(), chosen.seed()), password),
                            false)));
        }
        StateDir.Kept fresh = new StateDir.Kept(chosen, now.plus(options.warmUp()), now);
        stateDir.save(fresh);
        return fresh;
    }

    private void report(String what, ImportReport report) {
        if (!report.errors().isEmpty()) {
            throw new IllegalStateException("The import of %s was refused in %d rows; the first: %s".formatted(what,
                    report.errors().size(), report.errors().getFirst()));
        }
        log.printf("%d %s: %d new, %d changed.%n", report.rows(), what, report.created(), report.updated());
    }

    /** Plays the first days at once, step by step, while the platform's clock stands still in between. */
    private StateDir.Kept warmUp(Session session, StateDir.Kept kept) {
        Instant at = kept.sentUpTo();
        if (!at.isBefore(kept.warmUpTo())) {
            return kept;
        }
        log.printf("Warming up from %s to %s.%n", at, kept.warmUpTo());
        session.client.setSpeed(0);
        session.client.beginWarmUp(kept.settings().start(), kept.warmUpTo());
        StateDir.Kept reached = kept;
        for (int steps = 1; at.isBefore(kept.warmUpTo()) && !stopped.getAsBoolean(); steps++) {
            at = earlier(at.plus(options.step()), kept.warmUpTo());
            session.advanceTo(at);
            session.client.advanceClock(at);
            if (steps % TICKS_BETWEEN_DESKS == 0) {
                session.desk.work(at);
            }
            reached = kept.sent(at);
            stateDir.save(reached);
        }
        log.printf("Warmed up to %s: %,d scans taken, %,d tickets answered, %,d complaints.%n", at,
                session.uplink.accepted(),
                session.desk.answered(), session.care.opened());
        return reached;
    }

    /** Follows the platform's clock. */
    private void live(Session session, StateDir.Kept kept) throws InterruptedException {
        if (stopped.getAsBoolean()) {
            return;
        }
        session.client.endWarmUp();
        session.client.setSpeed(options.speed());
        StateDir.Kept reached = kept;
        for (int ticks = 1; !stopped.getAsBoolean(); ticks++) {
            try {
                Instant now = session.client.state().now();
                reached = catchUp(session, reached, now);
                if (ticks % TICKS_BETWEEN_DESKS == 0) {
                    session.desk.work(now);
                }
            } catch (ServerUnreachable | ApiException e) {
                log.println("Trying again: " + e.getMessage());
            }
            Thread.sleep(tick);
        }
        log.printf("Stopped at %s: %,d scans taken, %,d tickets answered.%n", reached.sentUpTo(),
                session.uplink.accepted(),
                session.desk.answered());
    }

    private StateDir.Kept catchUp(Session session, StateDir.Kept kept, Instant now) {
        StateDir.Kept reached = kept;
        session.uplink.flush();
        while (reached.sentUpTo().isBefore(now)) {
            Instant to = earlier(reached.sentUpTo().plus(BIGGEST_STEP), now);
            session.advanceTo(to);
            reached = kept.sent(to);
            stateDir.save(reached);
        }
        return reached;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
