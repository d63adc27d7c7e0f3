package io.waypost.app.claim;

import io.waypost.app.claim.ClaimDesk.Reply;
import io.waypost.app.claim.PublicClaimViews.PublicClaimsView;
import io.waypost.app.claim.PublicClaims.CodeSent;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.Payee;
import io.waypost.core.claim.ClaimFacts.Extent;
import io.waypost.core.claim.ClaimFacts.Fees;
import io.waypost.core.claim.ClaimFacts.Worth;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.claim.Evidence;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Claims of customers. Everything is posted, so that neither numbers nor proofs stand in an address or a log. */
@RestController
@RequestMapping("/api/v1/public/claims")
class PublicClaimController {

    private final PublicClaims claims;

    PublicClaimController(PublicClaims claims) {
        this.claims = claims;
    }

    record PublicClaimAsk(@Nullable String waybill, @Nullable String phoneLast4) {}

    record PublicClaimBegin(@Nullable String waybill, @Nullable String phoneLast4, @Nullable String code) {}

    record PublicClaimRead(@Nullable String proof) {}

    /**
     * What the customer says.
     *
     * @param claimedFen what the whole content was worth, in fen
     * @param lostFen what of it is lost or spoilt; null for all of it
     * @param feeFen what the carriage cost; null where they do not know
     * @param notReceived whether they state that it did not arrive
     */
    record PublicClaimSave(@Nullable String proof, @Nullable ClaimKind kind, @Nullable String goods,
            @Nullable String story, @Nullable Long claimedFen, @Nullable Long lostFen, @Nullable Long feeFen,
            boolean notReceived) {}

    record PublicClaimPayee(@Nullable String proof, Payee.@Nullable Way way, @Nullable String account,
            @Nullable String name) {}

    record PublicClaimEvidence(@Nullable String proof, @Nullable String words) {}

    record PublicClaimReply(@Nullable String proof, @Nullable String number, int version, @Nullable Reply reply,
            @Nullable Long fen, @Nullable String words) {}

    @PostMapping("/code")
    ResponseEntity<CodeSent> code(@RequestBody PublicClaimAsk ask, HttpServletRequest request) {
        return answer(claims.code(request.getRemoteAddr(), waybill(ask.waybill()), digits(ask.phoneLast4())));
    }

    @PostMapping("/begin")
    ResponseEntity<PublicClaimsView> begin(@RequestBody PublicClaimBegin begin, HttpServletRequest request) {
        return answer(claims.begin(request.getRemoteAddr(), waybill(begin.waybill()), digits(begin.phoneLast4()),
                begin.code()));
    }

    @PostMapping("/read")
    ResponseEntity<PublicClaimsView> read(@RequestBody PublicClaimRead read) {
        return answer(claims.read(read.proof()));
    }

    @PostMapping("/save")
    ResponseEntity<PublicClaimsView> save(@RequestBody PublicClaimSave save) {
        return answer(claims.save(save.proof(), what(save), save.goods(), save.story()));
    }

    @PostMapping("/photos")
    ResponseEntity<PublicClaimsView> photo(@RequestParam(required = false) @Nullable String proof,
            @RequestParam Evidence evidence, @RequestParam MultipartFile file) throws IOException {
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return answer(claims.photo(proof, evidence, name == null ? "" : name, content));
        }
    }

    @PostMapping("/payee")
    ResponseEntity<PublicClaimsView> payee(@RequestBody PublicClaimPayee payee) {
        return answer(claims.payee(payee.proof(), ClaimWords.payee(payee.way(), payee.account(), payee.name())));
    }

    @PostMapping("/submit")
    ResponseEntity<PublicClaimsView> submit(@RequestBody PublicClaimRead read) {
        return answer(claims.submit(read.proof()));
    }

    @PostMapping("/evidence")
    ResponseEntity<PublicClaimsView> evidence(@RequestBody PublicClaimEvidence evidence) {
        return answer(claims.evidence(evidence.proof(), evidence.words()));
    }

    @PostMapping("/answer")
    ResponseEntity<PublicClaimsView> reply(@RequestBody PublicClaimReply reply) {
        var number = reply.number();
        if (number == null || number.isBlank()) {
            throw Refusal.invalid("number", null, "MISSING", "The number of the claim.");
        }
        return answer(claims.reply(reply.proof(), number.strip(), reply.version(),
                ClaimController.reply(reply.reply()), reply.fen(),
                ClaimWords.optional("words", reply.words(), ClaimWords.LONGEST)));
    }

    private static CaseFacts what(PublicClaimSave save) {
        var kind = save.kind();
        if (kind == null) {
            throw Refusal.invalid("kind", null, "MISSING", "Say what happened.");
        }
        var claimed = save.claimedFen() == null ? null : ClaimWords.fen("claimedFen", save.claimedFen());
        var lost = save.lostFen() == null ? null : ClaimWords.fen("lostFen", save.lostFen());
        if (lost != null && claimed != null && lost > claimed) {
            throw Refusal.invalid("lostFen", lost, "OUT_OF_RANGE", "Not more than the whole content was worth.");
        }
        long fee = save.feeFen() == null || save.feeFen() == 0 ? 0 : ClaimWords.fen("feeFen", save.feeFen());
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        if (save.notReceived()) {
            evidence.add(Evidence.NOT_RECEIVED);
        }
        return new CaseFacts(kind, null, new Worth(null, claimed, null, false, List.of(), 0),
                new Fees(fee, 0, List.of(), false), new Extent(lost, null, null, null, false, false), null, false,
                List.of(), null, evidence);
    }

    private static String waybill(@Nullable String waybill) {
        var number = waybill == null ? "" : waybill.strip();
        if (number.isEmpty() || number.length() > 40) {
            throw Refusal.invalid("waybill", null, "MISSING", "Type the number of the waybill.");
        }
        return number;
    }

    private static String digits(@Nullable String phoneLast4) {
        var digits = phoneLast4 == null ? "" : phoneLast4.strip();
        if (!digits.matches("[0-9]{4}")) {
            throw Refusal.invalid("phoneLast4", null, "FORMAT", "Type the last four digits of the phone number.");
        }
        return digits;
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
