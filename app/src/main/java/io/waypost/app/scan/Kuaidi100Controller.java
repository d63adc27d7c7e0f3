package io.waypost.app.scan;

import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the aggregator pushes to; it signs with the key's salt and wants its own form of answer. */
@RestController
class Kuaidi100Controller {

    private final Partners partners;
    private final Kuaidi100Push push;
    private final Intake intake;

    Kuaidi100Controller(Partners partners, Kuaidi100Push push, Intake intake) {
        this.partners = partners;
        this.push = push;
        this.intake = intake;
    }

    @PostMapping("/api/v1/partners/kuaidi100/{keyId}")
    ResponseEntity<Answer> push(@PathVariable UUID keyId, @RequestParam String sign, @RequestParam String param) {
        var key = partners.find(keyId)
                .filter(known -> known.actor().may(Permission.SCANS_WRITE))
                .filter(known -> Kuaidi100Push.signed(sign, param, known.kuaidi100Salt()));
        if (key.isEmpty()) {
            return answer(HttpStatus.UNAUTHORIZED, "500", "签名错误");
        }
        partners.count(key.get());
        var scans = push.read(param);
        if (scans.isEmpty()) {
            return answer(HttpStatus.BAD_REQUEST, "500", "参数格式错误");
        }
        var actor = key.get().actor();
        Acting.as(actor, () -> intake.takeFields(scans.get(), actor.name(), actor.scope()));
        return answer(HttpStatus.OK, "200", "成功");
    }

    private static ResponseEntity<Answer> answer(HttpStatus status, String code, String message) {
        return ResponseEntity.status(status).body(new Answer(status == HttpStatus.OK, code, message));
    }

    record Answer(boolean result, String returnCode, String message) {}
}
