package io.waypost.app.watch;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.network.UnitKind;
import io.waypost.core.watch.MassCause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Places where many parcels fell silent together. */
@RestController
@RequestMapping("/api/v1/watch/events")
class MassEventController {

    private static final int MOST = 100;

    private final MassEventStore store;
    private final Network network;

    MassEventController(MassEventStore store, Network network) {
        this.store = store;
        this.network = network;
    }

    /** Those that stand first, then the newest, at most 100. */
    @GetMapping
    @Transactional(readOnly = true)
    public MassEventList events(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable UUID ticket) {
        return new MassEventList(store.list(new MassEventStore.Filter(path(unit), open, ticket), MOST).stream()
                .map(this::row).toList());
    }

    private MassEventRow row(MassEvent event) {
        var count = event.endedAt() == null
                ? store.count(event.id())
                : new MassEventStore.Count(event.joined(), event.standing());
        return new MassEventRow(event.id(), network.ref(event.site()), event.cause(), event.beganAt(), event.endedAt(),
                count.joined(), count.standing(), event.ticketId());
    }

    private String path(@Nullable String unit) {
        if (unit == null) {
            return Acting.current().scope().path();
        }
        return network.unit(unit).filter(found -> Acting.current().scope().reaches(found.path()))
                .map(found -> found.kind() == UnitKind.HEADQUARTERS ? "/" : found.path())
                .orElseThrow(() -> Refusal.notFound("unit", unit));
    }

    record MassEventList(List<MassEventRow> items) {}

    /**
     * One event.
     *
     * @param joined how many parcels it ever had
     * @param standing how many of them were silent still when it was looked at last, or ended
     */
    record MassEventRow(UUID id, UnitRef unit, MassCause cause, Instant beganAt, @Nullable Instant endedAt, long joined,
            long standing, @Nullable UUID ticketId) {}
}
