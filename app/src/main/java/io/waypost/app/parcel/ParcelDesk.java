package io.waypost.app.parcel;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.UnitsMoved;
import io.waypost.app.parcel.ParcelStore.Stored;
import io.waypost.app.parcel.ParcelView.NoteView;
import io.waypost.core.scan.Codes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds parcels, unmasks single fields, and keeps notes. */
@Service
class ParcelDesk implements Parcels {

    private static final int MOST_FOUND = 50;

    private final ParcelStore store;
    private final TimelineStore timelines;
    private final Unsealed unsealed;
    private final PersonalData personalData;
    private final AuditTrail audit;
    private final ObjectProvider<ParcelsElsewhere> elsewhere;
    private final Clock clock;

    ParcelDesk(ParcelStore store, TimelineStore timelines, Unsealed unsealed, PersonalData personalData,
            AuditTrail audit, ObjectProvider<ParcelsElsewhere> elsewhere, Clock clock) {
        this.store = store;
        this.timelines = timelines;
        this.unsealed = unsealed;
        this.personalData = personalData;
        this.audit = audit;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** What a search understood, and what it found. */
    record Found(String kind, List<Stored> parcels) {}

    @Override
    @Transactional(readOnly = true)
    public Optional<ParcelFacts> find(String waybill) {
        return known(waybill).map(this::facts);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Instant> lastScans(Set<String> waybills) {
        return waybills.isEmpty() ? Map.of() : store.lastScans(waybills);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TimelineScan> timeline(String waybill) {
        var code = Codes.waybill(waybill);
        return code == null ? List.of() : timelines.of(code);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean phoneEndsWith(String waybill, String lastFour) {
        return lastFour.matches("\\d{4}")
                && stored(waybill).filter(parcel -> unsealed.phoneEndsWith(parcel, lastFour)).isPresent();
    }

    @Override
    @Transactional
    public boolean lock(String waybill) {
        return store.lock(waybill);
    }

    @Transactional(readOnly = true)
    Found search(String text) {
        var byWaybill = stored(text);
        var byPhone = byWaybill.isPresent() ? List.<Stored>of() : byPhone(text, MOST_FOUND);
        if (!byPhone.isEmpty()) {
            return new Found("PHONE", byPhone);
        }
        return byWaybill.or(() -> known(text)).map(parcel -> new Found("WAYBILL", List.of(parcel)))
                .orElse(new Found("NONE", List.of()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> ofPhone(String phone, int most) {
        return byPhone(phone, most).stream().map(Stored::waybill).toList();
    }

    private List<Stored> byPhone(String text, int most) {
        var digits = PersonalData.phoneDigits(text);
        var index = digits.length() < 7 || digits.length() > 15 || text.chars().anyMatch(Character::isLetter)
                ? null
                : personalData.phoneIndex(text);
        return index == null ? List.of() : store.findByPhone(index, most);
    }

    Optional<Stored> stored(String waybill) {
        var code = Codes.waybill(waybill);
        return code == null ? Optional.empty() : store.find(code);
    }

    /** What is kept of it, brought here first where it is known elsewhere. */
    private Optional<Stored> known(String waybill) {
        var here = stored(waybill);
        var others = here.isPresent() ? null : elsewhere.getIfAvailable();
        return others != null && others.bring(waybill) ? stored(waybill) : here;
    }

    Stored reachable(String waybill) {
        return known(waybill).orElseThrow(() -> Refusal.notFound("parcel", waybill));
    }

    @Transactional
    String unmask(String waybill, String field, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say in at most 200 characters why you need it.");
        }
        var parcel = reachable(waybill);
        var value = unsealed.clear(parcel, field)
                .orElseThrow(() -> Refusal.invalid("field", field, "UNKNOWN", "The parcel has no such field."));
        audit.record("UNMASKED", "PARCEL", parcel.waybill(), actorPath(),
                Map.of("field", field, "reason", reason.strip()));
        return value;
    }

    @Transactional
    NoteView note(String waybill, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > 1000) {
            throw Refusal.invalid("text", null, "LENGTH", "Write 1 to 1000 characters.");
        }
        var parcel = reachable(waybill);
        var now = clock.instant();
        var actor = Acting.current();
        var note = new NoteView(Ids.next(now), now, new PersonRef(actorId(actor), actor.name()), text.strip());
        store.addNote(note.id(), parcel.waybill(), now, note.by().id(), actor.name(), note.text());
        audit.record("NOTED", "PARCEL", parcel.waybill(), actorPath(), Map.of("note", note.id().toString()));
        return note;
    }

    @EventListener
    void on(UnitsMoved moved) {
        Acting.as(new Actor.Internal("parcel"), () -> store.moveUnits(moved.oldPrefix(), moved.newPrefix()));
    }

    private ParcelFacts facts(Stored parcel) {
        var recipient = unsealed.masked("recipient", parcel.recipient());
        return new ParcelFacts(parcel.waybill(), parcel.status(), parcel.lastType(), parcel.lastAt(), parcel.lastSite(),
                parcel.promisedAt(), parcel.signedAt(), parcel.originSite(), parcel.destinationSite(),
                recipient == null ? null : recipient.name(), recipient == null ? null : recipient.phone());
    }

    private static UUID actorId(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.id();
            case Actor.Partner partner -> partner.keyId();
            case Actor.Internal _ -> new UUID(0, 0);
            case Actor.Visitor _ -> new UUID(0, 0);
        };
    }

    private static String actorPath() {
        return Acting.current() instanceof Actor.Person person ? person.unitPath() : "/";
    }
}
