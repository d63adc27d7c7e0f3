package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.partner.Once.Done;
import io.waypost.app.partner.PartnerTicketStore.Query;
import io.waypost.core.partner.DraftReader;
import io.waypost.core.partner.PartnerState;
import io.waypost.core.partner.TicketDraft;
import io.waypost.core.scan.Codes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/open/v1/tickets")
class OpenTicketController {

    private static final String KEY = "Idempotency-Key";

    private final PartnerDesk desk;
    private final PartnerTicketStore store;
    private final Drafts drafts;
    private final SignedCursor cursors;
    private final Once once;
    private final Owner owner;

    OpenTicketController(PartnerDesk desk, PartnerTicketStore store, Drafts drafts,
            SignedCursor cursors, Once once, Owner owner) {
        this.desk = desk;
        this.store = store;
        this.drafts = drafts;
        this.cursors = cursors;
        this.once = once;
        this.owner = owner;
    }

    /** One page of a partner's tickets, in the order in which they changed. */
    record PartnerTicketPage(List<PartnerTicket> items, @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    record PartnerText(@Nullable String text) {}

    @PostMapping
    @ApiResponse(responseCode = "201", description = "It was opened.")
    @ApiResponse(responseCode = "200", description = "It was there: the same external_id, or the same matter of the same parcel.")
    ResponseEntity<PartnerTicket> open(@RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody PartnerTicketDraft body) {
        var partner = Owner.current();
        return once.answer(new Once.Request(partner.keyId(), key, "POST /open/v1/tickets", body), PartnerTicket.class,
                () -> desk.check(drafts.read(body).waybill()), () -> opened(partner, drafts.read(body)));
    }

    @GetMapping
    PartnerTicketPage list(
            @RequestParam(required = false) @Nullable PartnerState state,
            @RequestParam(required = false) @Nullable String waybill,
            @Parameter(description = "Only what changed since then. Ask from some minutes before your last answer: what is being written now is seen a moment later.") @RequestParam(name = "updated_since", required = false) @Nullable Instant updatedSince,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200; 50 where nothing is said.") @RequestParam(required = false) @Nullable Integer limit) {
        var keyId = Owner.current().keyId();
        int most = limit(limit);
        var after = cursors.read(keyId, cursor);
        var code = waybill == null ? null : Codes.waybill(waybill);
        if (waybill != null && code == null) {
            throw Refusal.invalid("waybill", waybill, "FORMAT", "Use 6 to 32 letters, digits and hyphens.");
        }
        var found = owner
                .inOne(() -> store.page(keyId, new Query(state, code, null, updatedSince), after, most + 1));
        var items = found.size() > most ? found.subList(0, most) : found;
        return new PartnerTicketPage(items,
                found.size() > most ? cursors.of(keyId, items.getLast()) : null);
    }

    @GetMapping("/{id}")
    PartnerTicket get(@PathVariable UUID id) {
        var keyId = Owner.current().keyId();
        return owner.inOne(() -> desk.get(keyId, id));
    }

    @GetMapping("/by-external-id/{externalId}")
    PartnerTicket byExternalId(@PathVariable String externalId) {
        var keyId = Owner.current().keyId();
        return owner.inOne(() -> store.byExternalId(keyId, externalId)
                .orElseThrow(() -> Refusal.notFound("ticket", externalId)));
    }

    @GetMapping("/by-number/{number}")
    PartnerTicket byNumber(@PathVariable String number) {
        var keyId = Owner.current().keyId();
        return owner.inOne(() -> store.page(keyId, new Query(null, null, number, null), null, 1).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("ticket", number)));
    }

    @GetMapping("/{id}/messages")
    List<PartnerMessage> messages(@PathVariable UUID id) {
        var keyId = Owner.current().keyId();
        return owner.inOne(() -> desk.messages(keyId, id));
    }

    @PostMapping("/{id}/messages")
    @ApiResponse(responseCode = "201", description = "It was added.")
    ResponseEntity<PartnerMessage> message(@PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody PartnerText body) {
        var partner = Owner.current();
        return once.answer(request(partner, key, id, "messages", body), PartnerMessage.class, () -> needed(body),
                () -> new Done<>(HttpStatus.CREATED, null, desk.message(partner, id, needed(body))));
    }

    @PostMapping("/{id}/urge")
    ResponseEntity<PartnerTicket> urge(@PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody PartnerText body) {
        var partner = Owner.current();
        return once.answer(request(partner, key, id, "urge", body), PartnerTicket.class, () -> text(body),
                () -> new Done<>(HttpStatus.OK, null, desk.urge(partner, id, text(body))));
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<PartnerTicket> withdraw(@PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody PartnerText body) {
        var partner = Owner.current();
        return once.answer(request(partner, key, id, "withdraw", body), PartnerTicket.class, () -> text(body),
                () -> new Done<>(HttpStatus.OK, null, desk.withdraw(partner, id, text(body))));
    }

    private Done<PartnerTicket> opened(Actor.Partner partner, TicketDraft draft) {
        var opening = desk.open(partner, draft);
        return new Done<>(opening.fresh() ? HttpStatus.CREATED : HttpStatus.OK,
                "/open/v1/tickets/" + opening.ticket().id(), opening.ticket());
    }

    private static Once.Request request(Actor.Partner partner, @Nullable String key, UUID id, String what,
            Object body) {
        return new Once.Request(partner.keyId(), key, "POST /open/v1/tickets/%s/%s".formatted(id, what), body);
    }

    private static int limit(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > 200)) {
            throw Refusal.invalid("limit", asked, "OUT_OF_RANGE", "Ask for 1 to 200.");
        }
        return asked == null ? 50 : asked;
    }

    private static String needed(PartnerText body) {
        var text = text(body);
        if (text == null) {
            throw Refusal.invalid("text", null, "MISSING", "Write something.");
        }
        return text;
    }

    private static @Nullable String text(PartnerText body) {
        if (body.text() == null || body.text().isBlank()) {
            return null;
        }
        if (body.text().length() > DraftReader.TEXT) {
            throw Refusal.invalid("text", null, "TOO_LONG", "Write at most %d characters.".formatted(DraftReader.TEXT));
        }
        return body.text().strip();
    }
}
