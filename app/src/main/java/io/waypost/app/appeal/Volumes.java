package io.waypost.app.appeal;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.PickUps;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.network.UnitKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many parcels were picked up in a region in a month: what a person entered, else what the platform counted. A month that is
 * over is counted once; the running one each time.
 */
@Service
class Volumes {

    private final JdbcClient jdbc;
    private final PickUps pickUps;
    private final Network network;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate apart;

    Volumes(JdbcClient jdbc, PickUps pickUps, Network network, AuditTrail audit, Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.pickUps = pickUps;
        this.network = network;
        this.audit = audit;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The parcels of a month and region.
     *
     * @param counted by the platform; else entered by a person
     */
    record Volume(YearMonth month, String regionCode, long parcels, boolean counted) {}

    /** The volumes of the months that the current actor reaches, the counts of the months before them made where they are missing. */
    List<Volume> of(List<YearMonth> months) {
        var running = YearMonth.from(clock.instant().atZone(Holidays.ZONE));
        var counted = Acting.as(new Actor.Internal("appeals"), () -> apart.execute(_ -> counted(months, running)));
        var volumes = new ArrayList<Volume>();
        var scope = Acting.current().scope();
        counted.stream().filter(each -> scope.reaches(path(each.regionCode()))).forEach(volumes::add);
        return volumes;
    }

    private List<Volume> counted(List<YearMonth> months, YearMonth running) {
        var known = stored(months);
        var volumes = new ArrayList<>(known);
        for (var month : months) {
            if (month.isAfter(running)) {
                continue;
            }
            var have = new HashSet<>(known.stream().filter(each -> each.month().equals(month))
                    .map(Volume::regionCode).toList());
            boolean over = month.isBefore(running);
            boolean complete = over && known.stream().anyMatch(each -> each.month().equals(month) && each.counted());
            if (!complete) {
                byRegion(month).forEach((region, parcels) -> {
                    if (!have.contains(region)) {
                        volumes.add(new Volume(month, region, parcels, true));
                        if (over) {
                            put(new Volume(month, region, parcels, true), "waypost");
                        }
                    }
                });
            }
        }
        return volumes;
    }

    private Map<String, Long> byRegion(YearMonth month) {
        var counts = new HashMap<String, Long>();
        var headquarters = network.headquarters().map(Unit::code).orElse("");
        network.all().stream().filter(unit -> unit.kind() == UnitKind.REGION)
                .forEach(region -> counts.put(region.code(), 0L));
        pickUps.bySite(start(month), start(month.plusMonths(1))).forEach((site, parcels) -> counts.merge(
                network.atOrAbove(site, UnitKind.REGION).map(Unit::code).orElse(headquarters), parcels, Long::sum));
        return counts;
    }

    private List<Volume> stored(List<YearMonth> months) {
        return jdbc.sql(
                "select month, region_code, parcels, counted from appeal.volume where to_char(month, 'YYYY-MM') = any (:months)")
                .param("months", months.stream().map(YearMonth::toString).toArray(String[]::new))
                .query((row, _) -> new Volume(YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("region_code"), row.getLong("parcels"), row.getBoolean("counted")))
                .list();
    }

    /** Enters the parcels of a month and region by hand, which from then on count. */
    @Transactional
    public Volume enter(String month, String regionCode, long parcels) {
        var region = network.unit(regionCode)
                .filter(unit -> unit.kind() == UnitKind.REGION || unit.kind() == UnitKind.HEADQUARTERS)
                .filter(unit -> Acting.current().scope().reaches(unit.path()))
                .orElseThrow(() -> Refusal.notFound("region", regionCode));
        if (parcels < 0 || parcels > 100_000_000_000L) {
            throw Refusal.invalid("parcels", parcels, "OUT_OF_RANGE", "0 to 100,000,000,000.");
        }
        var volume = new Volume(Months.read("month", month), region.code(), parcels, false);
        put(volume, By.current().name());
        audit.record("VOLUME_ENTERED", "VOLUME", month, region.path(),
                Map.of("region", regionCode, "parcels", parcels));
        return volume;
    }

    private void put(Volume volume, String by) {
        jdbc.sql("""
                insert into appeal.volume (month, region_code, region_path, parcels, counted, at, by_name)
                values (:month, :region, :path, :parcels, :counted, :at, :by)
                on conflict (month, region_code) do update
                set parcels = excluded.parcels, counted = excluded.counted, at = excluded.at, by_name = excluded.by_name
                where not excluded.counted
                """)
                .param("month", volume.month().atDay(1))
                .param("region", volume.regionCode())
                .param("path", path(volume.regionCode()))
                .param("parcels", volume.parcels())
                .param("counted", volume.counted())
                .param("at", AppealColumns.utc(clock.instant()))
                .param("by", by)
                .update();
    }

    private String path(String regionCode) {
        return Optional.of(regionCode).flatMap(network::unit).map(Unit::path).orElse("/");
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(Holidays.ZONE).toInstant();
    }
}
