package io.waypost.app.parcel;

import io.waypost.app.parcel.Journeys.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ways whose scans are elsewhere, joined with what is registered here of their parcels. */
@Repository
class ElsewhereStore {

    private final ObjectProvider<WaysElsewhere> elsewhere;
    private final JdbcClient jdbc;

    ElsewhereStore(ObjectProvider<WaysElsewhere> elsewhere, JdbcClient jdbc) {
        this.elsewhere = elsewhere;
        this.jdbc = jdbc;
    }

    /** Where ways can be read now. */
    Optional<WaysElsewhere> open() {
        return Optional.ofNullable(elsewhere.getIfAvailable()).filter(WaysElsewhere::open);
    }

    boolean away() {
        return Optional.ofNullable(elsewhere.getIfAvailable()).filter(WaysElsewhere::away).isPresent();
    }

    /** The ways of those parcels, where some are here: those that are not, and those of which there may be more elsewhere. */
    List<Way> completed(Collection<String> waybills, List<Way> here) {
        var source = open();
        if (source.isEmpty()) {
            return here;
        }
        var known = new LinkedHashMap<String, Way>();
        here.forEach(way -> known.put(way.waybill(), way));
        Map<String, Registered> wanted = registered(
                waybills.stream().filter(Predicate.not(known::containsKey)).toList());
        if (!source.get().follows()) {
            known.values().stream().filter(ElsewhereStore::brought)
                    .forEach(way -> wanted.put(way.waybill(), new Registered(way.division(), way.promisedAt())));
        }
        if (wanted.isEmpty()) {
            return here;
        }
        var told = source.get().of(wanted.keySet());
        wanted.forEach((waybill, registered) -> {
            var scans = told.getOrDefault(waybill, List.of());
            var before = known.get(waybill);
            if (scans.size() > (before == null ? 0 : before.scans().size())) {
                known.put(waybill, way(waybill, scans, registered));
            }
        });
        return List.copyOf(known.values());
    }

    private static boolean brought(Way way) {
        return way.scans().stream().allMatch(scan -> scan.source().equals(ScanIntake.STREAM));
    }

    /** The ways of a piece of a sample, in the order of their journeys. */
    List<Way> joined(Map<String, List<TimelineScan>> scans) {
        var registered = registered(scans.keySet());
        var ways = new ArrayList<Way>();
        scans.forEach((waybill, of) -> ways
                .add(way(waybill, of, registered.getOrDefault(waybill, Registered.NOTHING))));
        return ways;
    }

    private static Way way(String waybill, List<TimelineScan> scans, Registered registered) {
        return new Way(waybill, scans.stream().sorted(TimelineScan.ORDER).toList(), registered.division(),
                registered.promisedAt(), true);
    }

    /** What is known of a parcel without its scans. */
    record Registered(@Nullable String division, @Nullable Instant promisedAt) {

        static final Registered NOTHING = new Registered(null, null);
    }

    /** Those of the parcels that are registered, or were scanned, within the actor's scope. */
    Map<String, Registered> registered(Collection<String> waybills) {
        var found = new HashMap<String, Registered>();
        if (!waybills.isEmpty()) {
            jdbc.sql(
                    "select waybill, recipient_division, promised_at from parcel.parcel where waybill = any (:waybills)")
                    .param("waybills", waybills.toArray(String[]::new))
                    .query((ResultSet row) -> put(row, found));
        }
        return found;
    }

    private static void put(ResultSet row, Map<String, Registered> found) throws SQLException {
        found.put(row.getString("waybill"), new Registered(row.getString("recipient_division"),
                ProgressStore.instant(row, "promised_at")));
    }

    /** Notes that nothing more is expected of these; those that have scans here are to have the others too, and say it themselves. */
    void over(Collection<String> waybills) {
        if (waybills.isEmpty()) {
            return;
        }
        // Locked in the order in which taking scans locks parcels.
        Set<String> noted = new HashSet<>(jdbc.sql("""
                with over as (
                    select waybill from parcel.parcel where waybill = any (:waybills) and last_at is null order by waybill for update
                )
                update parcel.parcel p set over_elsewhere = true from over where p.waybill = over.waybill returning p.waybill
                """).param("waybills", waybills.toArray(String[]::new)).query(String.class).list());
        bring(waybills.stream().filter(Predicate.not(noted::contains)).toList());
    }

    void bring(Collection<String> waybills) {
        if (!waybills.isEmpty()) {
            open().ifPresent(source -> source.bring(new TreeSet<>(waybills)));
        }
    }
}
