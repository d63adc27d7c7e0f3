package io.waypost.app.delay;

import io.waypost.app.delay.DelayProgressStore.Told;
import io.waypost.app.delay.ListStore.Counted;
import io.waypost.app.delay.ListStore.OfSite;
import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.network.UnitKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out the lists of the day every morning, a region at a time: each site's to its own duty person, and those of sites that name
 * nobody to the region's, as one. Who is on duty at headquarters is not told of single sites; they have the board. A unit with a mailbox
 * gets its list there too.
 */
@Service
class MorningLists implements DueWork {

    private static final LocalTime FROM = LocalTime.of(7, 30);

    /** After that a list is no longer one for the day. */
    private static final LocalTime UNTIL = LocalTime.NOON;

    private final DelayProgressStore progress;
    private final ListStore lists;
    private final Network network;
    private final DutyRoster roster;
    private final DelaySettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MorningLists(DelayProgressStore progress, ListStore lists, Network network, DutyRoster roster,
            DelaySettings settings,
            ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
        this.progress = progress;
        this.lists = lists;
        this.network = network;
        this.roster = roster;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "delay-lists";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.of(due(Objects.requireNonNull(transaction.execute(_ -> progress.told()))));
    }

    /** The morning after the last one that was told or left out, whatever the clock shows; a day that was begun goes on at once. */
    private Instant due(Told told) {
        var day = told.day();
        if (day == null) {
            return clock.instant();
        }
        return (told.site() == null ? day.plusDays(1) : day).atTime(FROM).atZone(Holidays.ZONE).toInstant();
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> progress.claimTelling().map(told -> {
            if (told.day() != null && due(told).isAfter(now)) {
                return 0;
            }
            if (told.day() != null && told.site() != null) {
                goOn(told.day(), told.site(), now);
            } else {
                begin(now.atZone(Holidays.ZONE).toLocalTime(), today(now), now);
            }
            return 1;
        }).orElse(0)));
    }

    /** Tells the day where it is morning; else leaves out what is over by now. */
    private void begin(LocalTime time, LocalDate today, Instant now) {
        if (time.isBefore(FROM)) {
            progress.told(today.minusDays(1), null);
        } else if (!time.isBefore(UNTIL)) {
            progress.told(today, null);
        } else {
            goOn(today, "", now);
        }
    }

    private void goOn(LocalDate day, String after, Instant now) {
        var next = network.all().stream().filter(unit -> unit.kind() == UnitKind.REGION)
                .filter(unit -> unit.code().compareTo(after) > 0).min(Comparator.comparing(Unit::code));
        next.ifPresent(region -> tell(region, day, now));
        progress.told(day, next.map(Unit::code).orElse(null));
    }

    private void tell(Unit region, LocalDate day, Instant now) {
        var byDuty = new LinkedHashMap<Whose, Sum>();
        for (var site : lists.bySite(region.path())) {
            if (site.counted().saveable() + site.counted().hardly() > 0) {
                roster.onDuty(site.site(), DutyKind.ALL).filter(duty -> within(duty.unitCode(), region))
                        .ifPresent(duty -> byDuty.merge(new Whose(duty.person().id(), duty.unitCode()),
                                Sum.of(duty, site), Sum::and));
            }
        }
        byDuty.forEach((whose, sum) -> events.publishEvent(new DelayListReady(network.ref(whose.unit()), sum.sites(),
                sum.counted().saveable(), sum.counted().hardly(), sum.counted().late(), sum.counted().firstActBy(),
                sum.to(), day, now)));
        settings.mail().forEach((code, address) -> network.unit(code)
                .filter(unit -> unit.path().startsWith(region.path()))
                .ifPresent(unit -> mail(unit, address, day, now)));
    }

    private void mail(Unit unit, String address, LocalDate day, Instant now) {
        var counted = lists.counted(unit.path());
        if (counted.saveable() + counted.hardly() > 0) {
            events.publishEvent(new DelayListDue(unit.ref(), address, counted.saveable(), counted.hardly(),
                    counted.late(), day, now));
        }
    }

    private boolean within(String unit, Unit region) {
        return network.unit(unit).filter(one -> one.path().startsWith(region.path())).isPresent();
    }

    private static LocalDate today(Instant now) {
        return now.atZone(Holidays.ZONE).toLocalDate();
    }

    private record Whose(UUID person, String unit) {}

    private record Sum(OnDuty to, int sites, Counted counted) {

        static Sum of(OnDuty to, OfSite site) {
            return new Sum(to, 1, site.counted());
        }

        Sum and(Sum other) {
            var one = counted;
            var two = other.counted;
            var first = Stream.of(Optional.ofNullable(one.firstActBy()), Optional.ofNullable(two.firstActBy()))
                    .flatMap(Optional::stream).min(Comparator.naturalOrder()).orElse(null);
            return new Sum(to, sites + other.sites, new Counted(one.saveable() + two.saveable(),
                    one.hardly() + two.hardly(), one.late() + two.late(), first));
        }
    }
}
