package io.waypost.app.partner;

import io.waypost.app.access.Fixture;
import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Scope;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.partner.Credential.Kind;
import io.waypost.app.testing.Organisation;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Partners with keys, and parcels that they ask about. A bean of the test context. */
@Fixture
public final class PartnerScene {

    /** Where the parcels of the south lie. */
    static final String HUB = "H4401";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Organisation organisation;
    private final Partners partners;
    private final Credentials credentials;
    private final ScanIntake intake;
    private final Clock clock;

    PartnerScene(Organisation organisation, Partners partners, Credentials credentials, ScanIntake intake,
            Clock clock) {
        this.organisation = organisation;
        this.partners = partners;
        this.credentials = credentials;
        this.intake = intake;
        this.clock = clock;
    }

    /** A partner: its key, its OAuth2 client and its signing secret. */
    record Partner(UUID keyId, String key, Credentials.Issued client, Credentials.Issued signing) {

        String clientId() {
            return Kind.OAUTH.text(client.credential().id());
        }

        String signingId() {
            return Kind.SIGNING.text(signing.credential().id());
        }
    }

    /** A partner of that unit who may do everything that partners' programs do. */
    Partner partner(String unit) {
        return partner(unit, 100_000, programs());
    }

    Partner partner(String unit, int rate, Set<Permission> permissions) {
        return asPlatform(() -> {
            var issued = partners.issue("partner " + NUMBER.incrementAndGet(), permissions, unit, rate);
            return new Partner(issued.id(), issued.secret(), credentials.issue(issued.id(), Kind.OAUTH, "client"),
                    credentials.issue(issued.id(), Kind.SIGNING, "signing"));
        });
    }

    static Set<Permission> programs() {
        return Arrays.stream(Permission.values()).filter(Permission::forPrograms)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /** A fresh number of one's own. */
    static String externalId() {
        return "ORDER-%s".formatted(Ids.next(Instant.EPOCH));
    }

    Scope scope(String unit) {
        return new Scope(organisation.path(unit));
    }

    /** A parcel that was scanned at the place just now. */
    String parcel(String site) {
        var waybill = "YT7%s%04d".formatted(
                UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                NUMBER.incrementAndGet());
        scan(waybill, site);
        return waybill;
    }

    void scan(String waybill, String site) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        intake.take(List.of(Scan.of(waybill, ScanType.ARRIVED, now, site)), "test", now);
    }

    static <T> T asPlatform(java.util.function.Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"), work::get);
    }
}
