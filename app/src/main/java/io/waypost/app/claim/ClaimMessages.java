package io.waypost.app.claim;

import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.settlement.SettlementState;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells claimants by short message where their claim stands, in plain words and without what only they should read. */
@Component
class ClaimMessages {

    private final Outbox outbox;
    private final ClaimantStore claimants;

    ClaimMessages(Outbox outbox, ClaimantStore claimants) {
        this.outbox = outbox;
        this.claimants = claimants;
    }

    /** Tells what the step changed, where it matters to the claimant. */
    void tell(KeptClaim before, KeptClaim after) {
        var state = after.settlement().state();
        if (state == before.settlement().state()) {
            return;
        }
        words(before, after).ifPresent(words -> claimants.phone(after.id()).ifPresent(phone -> outbox.add(
                OutgoingMessage.sms("claim." + after.number() + "." + after.version() + "." + state,
                        MessageClass.SERVICE, phone, "【驿路】" + words).about("CLAIM", after.id())
                        .template("claim." + state))));
    }

    private static Optional<String> words(KeptClaim before, KeptClaim after) {
        var number = after.number();
        return switch (after.settlement().state()) {
            case TO_EXAMINE -> before.settlement().state() == SettlementState.DRAFT
                    ? Optional.of("您的理赔申请 " + number + " 已收到，我们会尽快审核，进度可在查件页查看。")
                    : Optional.empty();
            case WAITING_FOR_EVIDENCE -> Optional.of("您的理赔申请 " + number + " 还需要补充材料，请在查件页“我要理赔”里查看并上传。");
            case OFFERED -> Optional.of("您的理赔申请 " + number + " 已有处理方案:赔付 " + yuan(after)
                    + " 元，请在查件页确认。");
            case PAYING -> Optional.of("您的理赔申请 " + number + " 已通过，赔付款 " + yuan(after) + " 元正在打款。");
            case PAYEE_WRONG -> Optional.of("您的理赔申请 " + number + " 打款未成功，请在查件页核对收款账户。");
            case PAID -> Optional.of("您的理赔申请 " + number + " 赔付款 " + yuan(after) + " 元已到账，给您添麻烦了。");
            case REFUSED -> Optional.of("您的理赔申请 " + number + " 已有审核结果，请在查件页查看;如不同意，可申请复核。");
            case DRAFT, TO_APPROVE, UNDER_REVIEW, WITHDRAWN -> Optional.empty();
        };
    }

    static String yuan(KeptClaim claim) {
        return BigDecimal.valueOf(claim.settlement().proposedFen(), 2).toPlainString();
    }
}
