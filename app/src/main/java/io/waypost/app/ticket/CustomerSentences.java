package io.waypost.app.ticket;

import io.waypost.app.sop.Sops;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketState.Closed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Says what customers are told, in plain Chinese, from a catalogue. */
@Component
class CustomerSentences {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final TicketRulebook rulebook;
    private final Sops sops;
    private final @Nullable String trackUrl;

    CustomerSentences(CustomerSettings settings, TicketRulebook rulebook, Sops sops) {
        this.rulebook = rulebook;
        this.sops = sops;
        this.trackUrl = settings.trackUrl() == null || settings.trackUrl().isBlank()
                ? null
                : settings.trackUrl().strip();
        texts.setBasename("ticket.customer");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** The message as the page shows it. */
    String message(TicketCustomerNews news) {
        var kept = news.kept();
        var kind = sops.kinds().entry(kept.ticket().kind()).nameZh();
        var words = CustomerCases.words(kept, rulebook.of(kept).sop());
        return text(key(news), kind, time(kept.due()), words == null ? text("WORKING") : words,
                found(kept));
    }

    /** The same as a short message: who sends it, which matter, and where to follow it. */
    String sms(TicketCustomerNews news) {
        var kept = news.kept();
        var sms = text("signature") + text("sms", kept.number(), message(news));
        if (trackUrl == null || kept.waybill() == null) {
            return sms;
        }
        return sms + text(kept.ticket().ended() ? "rate" : "follow", trackUrl + "?waybill=" + kept.waybill());
    }

    /** What the unit found out, in words for customers; its own words may name colleagues and places and stay inside. */
    private String found(KeptTicket kept) {
        var last = kept.facts().lastAnswer();
        return text(last == null ? "ANSWER" : "ANSWER." + last.kind().name());
    }

    private static String key(TicketCustomerNews news) {
        if (news.news() == CustomerNews.CLOSED && news.kept().ticket().state() instanceof Closed(var reason, _)) {
            return "CLOSED_" + group(reason);
        }
        return news.news().name();
    }

    private static String group(CloseReason reason) {
        return switch (reason) {
            case CAUSE_GONE, ANSWERED_AND_MOVED -> "MOVED";
            case CONFIRMED -> "CONFIRMED";
            case WITHDRAWN -> "WITHDRAWN";
            case UNREACHABLE -> "UNREACHABLE";
            case SETTLED, APPEAL_ENDED, MISTAKE -> "SETTLED";
        };
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, Locale.CHINA);
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(CHINA));
    }
}
