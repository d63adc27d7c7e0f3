package io.waypost.app.tariff;

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

    QuoteController(Quotes quotes, QuoteLimits limits) {
        this.quotes = quotes;
        this.limits = limits;
    }

    @PostMapping("/api/v1/quotes")
    Quoted quote(@RequestBody QuoteAsk ask) {
        return quotes.quote(ask);
    }

    @PostMapping("/api/v1/public/quotes")
    ResponseEntity<Quoted> forAnybody(@RequestBody QuoteAsk ask, HttpServletRequest request) {
        limits.ask(request.getRemoteAddr());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(quotes.quote(ask));
    }
}
