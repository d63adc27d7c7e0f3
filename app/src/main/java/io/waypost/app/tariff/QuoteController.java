package io.waypost.app.tariff;

import io.waypost.app.kernel.Acting;
import io.waypost.app.tariff.AdviceGiven.AdviceChannel;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Quotes for staff, and for anybody. Posted, so that nothing of it stands in an address or a log. */
@RestController
class QuoteController {

    private final Quotes quotes;
    private final QuoteLimits limits;
    private final AdviceGiven given;

    QuoteController(Quotes quotes, QuoteLimits limits, AdviceGiven given) {
        this.quotes = quotes;
        this.limits = limits;
        this.given = given;
    }

    @PostMapping("/api/v1/quotes")
    Quoted quote(@RequestBody QuoteAsk ask) {
        var quoted = quotes.quote(ask);
        var advice = quoted.advice();
        if (advice != null) {
            given.note(advice, AdviceChannel.STAFF, ask.phone(), Acting.current().scope().path());
        }
        return quoted;
    }

    /** Strangers are told what is so now: neither prices to come, nor is it noted what they were advised. */
    @PostMapping("/api/v1/public/quotes")
    ResponseEntity<Quoted> forAnybody(@RequestBody QuoteAsk ask, HttpServletRequest request) {
        limits.ask(request.getRemoteAddr());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(quotes.quote(ask.now()));
    }
}
