package io.waypost.app.partner;

import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.partner.BatchStore.Claimed;
import io.waypost.app.partner.BatchStore.Job;
import io.waypost.app.partner.BatchStore.RowResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works on batches row by row, each in a transaction with its result: a node that dies leaves rows that are due again, and the
 * partner's numbers keep a row from being opened twice.
 */
@Service
class Batches implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 5;
    private static final int AT_ONCE = 20;

    private final BatchStore store;
    private final PartnerDesk desk;
    private final Drafts drafts;
    private final Partners partners;
    private final Owner owner;
    private final JsonMapper json;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;

    Batches(BatchStore store, PartnerDesk desk, Drafts drafts, Partners partners, Owner owner, JsonMapper json,
            ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.drafts = drafts;
        this.partners = partners;
        this.owner = owner;
        this.json = json;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Takes the batch in, in the running transaction. */
    Job take(UUID keyId, List<PartnerTicketDraft> rows) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var job = new Job(Ids.next(at), at, rows.size());
        store.insert(keyId, job);
        for (int n = 0; n < rows.size(); n++) {
            store.insertRow(keyId, job.id(), n, json.writeValueAsString(rows.get(n)), at);
        }
        deadlines.getObject().wake(Batches.class);
        return job;
    }

    @Override
    public String name() {
        return "partner-batches";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return owner.inOne(store::nextDue);
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        while (done < AT_ONCE) {
            var claimed = owner.inOne(() -> store.claim(now, now.plus(LEASE)));
            if (claimed.isEmpty()) {
                break;
            }
            work(claimed.get());
            done++;
        }
        return done;
    }

    private void work(Claimed row) {
        try {
            open(row);
        } catch (Refusal refusal) {
            finish(row, refusal);
        } catch (RuntimeException failure) {
            LOG.error("Row {} of the batch {} failed, for the {}. time", row.n(), row.jobId(), row.attempts(), failure);
            if (row.attempts() >= ATTEMPTS) {
                finish(row, Refusal.of(org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL",
                        "Something went wrong on our side; nothing was changed."));
            }
        }
    }

    private void open(Claimed row) {
        var partner = partners.find(row.keyId()).map(key -> key.actor())
                .filter(actor -> actor.may(Permission.OPEN_TICKETS_WRITE))
                .orElseThrow(() -> Refusal.forbidden("FORBIDDEN", "The key was revoked, or may not open tickets."));
        var draft = drafts.read(json.readValue(row.draft(), PartnerTicketDraft.class));
        Acting.as((Actor) partner, () -> desk.check(draft.waybill()));
        owner.inOne(() -> {
            if (store.lock(row)) {
                var opening = desk.open(partner, draft);
                store.finish(row.jobId(),
                        new RowResult(row.n(), opening.fresh() ? 201 : 200, opening.ticket().id(), null));
            }
            return true;
        });
    }

    private void finish(Claimed row, Refusal refusal) {
        var problem = json.writeValueAsString(Map.of("status", refusal.status().value(), "code", refusal.code(),
                "detail", refusal.detail(), "errors", refusal.fields()));
        owner.inOne(() -> {
            store.finish(row.jobId(), new RowResult(row.n(), refusal.status().value(), null, problem));
            return true;
        });
    }
}
