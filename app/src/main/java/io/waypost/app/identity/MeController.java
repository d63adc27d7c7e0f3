package io.waypost.app.identity;

import io.waypost.app.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private final OwnAccount account;

    MeController(OwnAccount account) {
        this.account = account;
    }

    record NewPassword(@NotNull String current, @NotNull String next) {}

    record Language(@NotNull String locale) {}

    record Code(@NotNull String code) {}

    record Password(@NotNull String password) {}

    record Secret(String secret, String uri) {}

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody @Valid NewPassword body, HttpServletRequest request) {
        var session = request.getSession(false);
        if (!account.changePassword(body.current(), body.next(), request.getRemoteAddr(),
                session == null ? null : session.getId())) {
            throw Refusal.invalid("current", null, "WRONG_PASSWORD", "Type the password you signed in with.");
        }
    }

    @PutMapping("/locale")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void locale(@RequestBody @Valid Language body) {
        if (!OwnAccount.LOCALES.contains(body.locale())) {
            throw Refusal.invalid("locale", body.locale(), "UNKNOWN", "Use one of %s.".formatted(OwnAccount.LOCALES));
        }
        account.setLocale(body.locale());
    }

    @PostMapping("/totp")
    Secret beginTotp() {
        return account.beginTotp()
                .orElseThrow(() -> Refusal.conflict("TOTP_ENABLED", "A second factor is in force; end it first."));
    }

    @PutMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmTotp(@RequestBody @Valid Code body) {
        if (!account.confirmTotp(body.code())) {
            throw Refusal.invalid("code", null, "TOTP_WRONG", "Type the code that your app shows now.");
        }
    }

    @DeleteMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endTotp(@RequestBody @Valid Password body, HttpServletRequest request) {
        if (!account.endTotp(body.password(), request.getRemoteAddr())) {
            throw Refusal.invalid("password", null, "WRONG_PASSWORD", "Type the password you signed in with.");
        }
    }
}
