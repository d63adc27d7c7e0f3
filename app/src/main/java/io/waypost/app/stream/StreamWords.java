package io.waypost.app.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.network.UnitKind;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.SiteIndex.Site;
import io.waypost.watch.host.WatchEngine;
import io.waypost.watch.intake.ByteNames;
import io.waypost.watch.intake.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The names in scans as numbers of the engine, by the network as it is. Thread-safe. */
final class StreamWords implements Vocabulary {

    private final WatchEngine engine;
    private final Network network;
    private final Numbered devices;
    private final Numbered operators;
    private final ByteNames sites = new ByteNames();
    private final ConcurrentHashMap<Long, Integer> lanes = new ConcurrentHashMap<>();
    /** By a site's number; replaced whole, so that readers need no lock. */
    private volatile @Nullable Site[] known = new Site[1];

    StreamWords(WatchEngine engine, Network network, Numbered devices, Numbered operators) throws InterruptedException {
        this.engine = engine;
        this.network = network;
        this.devices = devices;
        this.operators = operators;
        for (int number = 1; number <= engine.sites(); number++) {
            remember(number, engine.site(number));
        }
        refresh();
    }

    @Override
    public int knownSite(byte[] text, int from, int length) {
        return sites.number(text, from, length);
    }

    @Override
    public int knownDevice(byte[] text, int from, int length) {
        return devices.known(text, from, length);
    }

    @Override
    public int knownOperator(byte[] text, int from, int length) {
        return operators.known(text, from, length);
    }

    @Override
    public int site(String code) throws InterruptedException {
        var bytes = code.getBytes(US_ASCII);
        int number = sites.number(bytes, 0, bytes.length);
        return number == NOTHING ? describe(site(code, network.unit(code).orElse(null))) : number;
    }

    @Override
    public int device(String name) {
        return devices.number(name);
    }

    @Override
    public int operator(String name) {
        return operators.number(name);
    }

    @Override
    public boolean outlet(int site) {
        return of(site).outlet();
    }

    @Override
    public int lane(int site, int nextSite) throws InterruptedException {
        long ends = ((long) site << 32) | nextSite;
        var lane = lanes.get(ends);
        if (lane == null) {
            lane = engine.lane(Lane.between(of(site).division(), nextSite == NOTHING ? null : of(nextSite).division()));
            lanes.put(ends, lane);
        }
        return lane;
    }

    /** The code of a site. */
    String code(int site) {
        return of(site).code();
    }

    String device(int number) {
        return devices.name(number);
    }

    String operator(int number) {
        return operators.name(number);
    }

    /** How many sites are known; their numbers begin with 1. */
    int size() {
        return known.length - 1;
    }

    /** Tells the engine what has changed of the sites that it knows. */
    void refresh() throws InterruptedException {
        for (int number = 1; number <= size(); number++) {
            var before = of(number);
            var unit = network.unit(before.code());
            // A site that left the tree stays what it was: parcels may still lie there.
            if (unit.isPresent() && !site(before.code(), unit.get()).equals(before)) {
                describe(site(before.code(), unit.get()));
                lanes.clear();
            }
        }
    }

    private int describe(Site site) throws InterruptedException {
        int number = engine.site(site);
        remember(number, site);
        return number;
    }

    private synchronized void remember(int number, Site site) {
        var wider = Arrays.copyOf(known, Math.max(known.length, number + 1));
        wider[number] = site;
        known = wider;
        sites.put(site.code().getBytes(US_ASCII), number);
    }

    private Site of(int number) {
        var site = known[number];
        if (site == null) {
            throw new IllegalStateException("The log has no site of number %d.".formatted(number));
        }
        return site;
    }

    private static Site site(String code, @Nullable Unit unit) {
        return unit == null
                ? new Site(code, false, null)
                : new Site(code, unit.kind() == UnitKind.OUTLET, unit.division());
    }

    /** Names that the platform numbers: those of one kind. Thread-safe. */
    static final class Numbered {

        private final String kind;
        private final WordStore store;
        private final TransactionTemplate transaction;
        private final ByteNames bytes = new ByteNames();
        private final List<String> names = new ArrayList<>(List.of(""));

        Numbered(String kind, WordStore store, TransactionTemplate transaction) {
            this.kind = kind;
            this.store = store;
            this.transaction = transaction;
            asPlatform(() -> store.all(kind)).forEach(this::remember);
        }

        int known(byte[] text, int from, int length) {
            return bytes.number(text, from, length);
        }

        synchronized int number(String name) {
            // Names that are no ASCII are rare; their bytes are those of their text all the same.
            var text = name.getBytes(UTF_8);
            int number = bytes.number(text, 0, text.length);
            if (number != NOTHING) {
                return number;
            }
            var word = new WordStore.Word(names.size(), name);
            // Committed before it is written into the log.
            asPlatform(() -> {
                store.add(kind, word);
                return word;
            });
            remember(word);
            return word.number();
        }

        synchronized String name(int number) {
            return names.get(number);
        }

        private <R> R asPlatform(Supplier<R> work) {
            return Acting.as(new Actor.Internal("stream"),
                    () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
        }

        private void remember(WordStore.Word word) {
            while (names.size() <= word.number()) {
                names.add("");
            }
            names.set(word.number(), word.name());
            bytes.put(word.name().getBytes(UTF_8), word.number());
        }
    }
}
