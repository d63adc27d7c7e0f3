package io.waypost.app.scan;

import io.waypost.app.kernel.Scope;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.Registry;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.core.scan.Checked.Accepted;
import io.waypost.core.scan.Checked.Rejected;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanFields;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import io.waypost.core.waybill.RegistrationFields;
import io.waypost.core.waybill.RegistrationFields.Agreed;
import io.waypost.core.waybill.RegistrationRules;
import io.waypost.core.waybill.RegistrationRules.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges lines one by one and stores the good ones in one transaction, committed before this returns. */
@Service
class Intake {

    private final ScanIntake scans;
    private final Registry registry;
    private final Network network;
    private final Clock clock;
    private final ScanRules rules = new ScanRules(ScanPolicy.defaults());

    Intake(ScanIntake scans, Registry registry, Network network, Clock clock) {
        this.scans = scans;
        this.registry = registry;
        this.network = network;
        this.clock = clock;
    }

    /** What became of the lines of a call. */
    record Outcome(int accepted, int duplicates, List<Rejection> rejected) {}

    /** Takes scans from a sender of the given name who may speak for the sites within the scope. */
    Outcome takeScans(List<Line> lines, String source, Scope scope) {
        var arrival = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var accepted = new ArrayList<Scan>(lines.size());
        var rejected = new ArrayList<Rejection>();
        for (var line : lines) {
            var fields = line.fields();
            if (fields == null) {
                rejected.add(Rejection.unreadable(line.number()));
            } else {
                judge(line.number(), scan(fields), scope, arrival, accepted, rejected);
            }
        }
        return stored(accepted, rejected, source, arrival);
    }

    /** The same for scans that came in another form. */
    Outcome takeFields(List<ScanFields> scans, String source, Scope scope) {
        var arrival = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var accepted = new ArrayList<Scan>(scans.size());
        var rejected = new ArrayList<Rejection>();
        for (int i = 0; i < scans.size(); i++) {
            judge(i + 1L, scans.get(i), scope, arrival, accepted, rejected);
        }
        return stored(accepted, rejected, source, arrival);
    }

    private void judge(long line, ScanFields fields, Scope scope, Instant arrival, List<Scan> accepted,
            List<Rejection> rejected) {
        switch (rules.check(fields, arrival)) {
            case Rejected refused -> rejected.add(Rejection.of(line, refused));
            case Accepted(var scan) when !speaksFor(scope, scan.site()) ->
                rejected.add(Rejection.outOfScope(line, "site", scan.site()));
            case Accepted(var scan) -> accepted.add(scan);
        }
    }

    private Outcome stored(List<Scan> accepted, List<Rejection> rejected, String source, Instant arrival) {
        var taken = scans.take(accepted, source, arrival);
        return new Outcome(taken.accepted(), taken.duplicates(), rejected);
    }

    private record Registering(long line, Registration registration) {}

    /** Registers waybills; those of others' parcels are refused, whatever sites the line names. */
    Outcome register(List<Line> lines, Scope scope) {
        var arrival = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var good = new ArrayList<Registering>(lines.size());
        var rejected = new ArrayList<Rejection>();
        for (var line : lines) {
            var fields = line.fields();
            if (fields == null) {
                rejected.add(Rejection.unreadable(line.number()));
                continue;
            }
            switch (RegistrationRules.check(registration(fields), arrival)) {
                case Refused(var refused) -> rejected.add(Rejection.of(line.number(), refused));
                case RegistrationRules.Accepted(var registration) when !speaksFor(scope, registration) ->
                    rejected.add(Rejection.outOfScope(line.number(), "originSite",
                            String.valueOf(registration.originSite())));
                case RegistrationRules.Accepted(var registration) ->
                    good.add(new Registering(line.number(), registration));
            }
        }
        var others = registry.others(good.stream().map(each -> each.registration().waybill()).toList(), scope);
        var accepted = new ArrayList<Registration>(good.size());
        for (var each : good) {
            if (others.contains(each.registration().waybill())) {
                rejected.add(Rejection.ofOthers(each.line(), each.registration().waybill()));
            } else {
                accepted.add(each.registration());
            }
        }
        rejected.sort(Comparator.comparingLong(Rejection::line));
        int fresh = registry.register(accepted, arrival);
        return new Outcome(fresh, accepted.size() - fresh, rejected);
    }

    private boolean speaksFor(Scope scope, Registration registration) {
        return speaksFor(scope, registration.originSite()) || speaksFor(scope, registration.destinationSite());
    }

    private boolean speaksFor(Scope scope, @Nullable String site) {
        return scope.isEverything()
                || (site != null && network.unit(site).filter(unit -> scope.reaches(unit.path())).isPresent());
    }

    /** The fields of a scan by their names. */
    static ScanFields scan(Map<String, String> fields) {
        return new ScanFields(fields.get("waybill"), fields.get("type"), fields.get("scannedAt"), fields.get("site"),
                fields.get("promisedAt"), fields.get("nextSite"), fields.get("device"), fields.get("operator"),
                fields.get("bag"),
                fields.get("weightKg"), fields.get("remark"), fields.get("eventId"));
    }

    private static RegistrationFields registration(Map<String, String> fields) {
        return new RegistrationFields(fields.get("waybill"), fields.get("product"), fields.get("promisedAt"),
                fields.get("originSite"), fields.get("destinationSite"), fields.get("weightKg"),
                fields.get("declaredValueFen"),
                party(fields, "sender."), party(fields, "recipient."), fields.get("deliveryWish"), consent(fields));
    }

    private static @Nullable Agreed consent(Map<String, String> fields) {
        return fields.keySet().stream().anyMatch(name -> name.equals("consent") || name.startsWith("consent."))
                ? new Agreed(fields.get("consent.mode"), fields.get("consent.at"), fields.get("consent.channel"))
                : null;
    }

    private static Party party(Map<String, String> fields, String end) {
        return new Party(fields.get(end + "name"), fields.get(end + "phone"), fields.get(end + "divisionCode"),
                fields.get(end + "address"));
    }
}
