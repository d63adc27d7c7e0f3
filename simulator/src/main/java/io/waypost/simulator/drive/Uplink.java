package io.waypost.simulator.drive;

import io.waypost.client.ApiException;
import io.waypost.client.Closure;
import io.waypost.client.Parcel;
import io.waypost.client.Receipt;
import io.waypost.client.Scan;
import io.waypost.client.WaypostClient;
import io.waypost.simulator.Action;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects actions and sends them in batches; what could not be sent stays for the next time. Not safe for threads. */
final class Uplink implements Consumer<Action> {

    private static final int COMPLAINTS = 20;

    private final WaypostClient client;

    private final PrintStream log;

    private final List<Parcel> parcels = new ArrayList<>();

    private final List<Scan> scans = new ArrayList<>();

    private final List<Closure> closures = new ArrayList<>();

    private long accepted;

    private int complaints;

    Uplink(WaypostClient client, PrintStream log) {
        this.client = client;
        this.log = log;
    }

    @Override
    public void accept(Action action) {
        switch (action) {
            case Action.Register(var _, Parcel parcel) -> parcels.add(parcel);
            case Action.Upload(var _, Scan scan) -> scans.add(scan);
            case Action.Announce(var _, Closure closure) -> closures.add(closure);
        }
    }

    /** Sends everything collected: announcements and registrations first, so that scans find them there. */
    void flush() {
        while (!closures.isEmpty()) {
            announce(closures.getFirst());
            closures.removeFirst();
        }
        if (!parcels.isEmpty()) {
            complain("parcel", client.sendParcels(parcels));
            parcels.clear();
        }
        if (!scans.isEmpty()) {
            Receipt receipt = client.sendScans(scans);
            accepted += receipt.accepted();
            complain("scan", receipt);
            scans.clear();
        }
    }

    /** How many scans the platform has taken. */
    long accepted() {
        return accepted;
    }

    private void announce(Closure closure) {
        try {
            client.announce(closure);
            log.printf("%s is closed until %s: %s%n", closure.unitCode(), closure.until(), closure.note());
        } catch (ApiException e) {
            log.println("A closure was not taken: " + e.getMessage());
        }
    }

    private void complain(String what, Receipt receipt) {
        for (Receipt.Rejection rejection : receipt.rejected()) {
            if (complaints++ < COMPLAINTS) {
                log.printf("A %s was rejected: %s %s %s%n", what, rejection.field(), rejection.code(),
                        rejection.message());
            }
        }
    }
}
