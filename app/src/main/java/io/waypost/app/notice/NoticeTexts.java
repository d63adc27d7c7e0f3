package io.waypost.app.notice;

import io.waypost.app.appeal.AppealNews;
import io.waypost.app.claim.ClaimNews;
import io.waypost.app.delay.DelayListDue;
import io.waypost.app.delay.DelayListReady;
import io.waypost.app.delay.DelaySheets.Sheet;
import io.waypost.app.device.SlowScannersFound;
import io.waypost.app.liability.ChargeNews;
import io.waypost.app.outlet.AbnormalityNews;
import io.waypost.app.ticket.TicketNews;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Writes short messages from the catalogues, in one language per installation. */
@Component
class NoticeTexts {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M-d HH:mm");

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final Locale locale;

    NoticeTexts(NoticeSettings settings) {
        this.locale = settings.locale();
        texts.setBasename("notice.messages");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** The name of the file that goes with that mail. */
    String fileName(DelayListDue list) {
        return "%s-%s-%s.xlsx".formatted(sheetName(), list.unit().code(), list.day());
    }

    /** The name of its sheet. */
    String sheetName() {
        return text("DELAY_MAIL_FILE");
    }

    /** The kind of a notice as the API names it. */
    static String kind(TicketNews news) {
        return "TICKET_" + news.news().name();
    }

    String sms(TicketNews news) {
        return text("signature")
                + text(kind(news), news.number(), news.waybill() == null ? "-" : news.waybill(), news.unit().name(),
                        time(news.dueAt(), news.at()));
    }

    /** The kind of a notice as the API names it. */
    static String kind(AppealNews news) {
        return "APPEAL_" + news.kind().name();
    }

    String sms(AppealNews news) {
        return text("signature") + text(kind(news), news.number(), news.waybill(), time(news.dueAt(), news.at()));
    }

    String sms(ClaimNews news) {
        return text("signature") + text("CLAIM_OVERDUE", news.number(), news.waybill(), time(news.dueAt(), news.at()));
    }

    /** The kind of a notice as the API names it. */
    static String kind(ChargeNews news) {
        return "CHARGE_" + news.kind().name();
    }

    String sms(ChargeNews news) {
        return text("signature") + text(kind(news), news.number(), news.waybill(), news.unit().name(),
                BigDecimal.valueOf(news.fen(), 2).toPlainString(), time(news.dueAt(), news.at()));
    }

    String sms(SlowScannersFound found) {
        return text("signature") + text("DEVICES_SLOW", found.unit().name(), found.devices().size(),
                found.devices().getFirst());
    }

    String sms(DelayListReady list) {
        return text("signature") + (list.saveable() == 0
                ? text("DELAY_LIST_HARDLY", list.unit().name(), list.hardly(), list.late())
                : text("DELAY_LIST", list.unit().name(), list.saveable(), time(list.firstActBy(), list.at()),
                        list.hardly(), list.late()));
    }

    /** The language of the installation. */
    Locale locale() {
        return locale;
    }

    /** A mail in both of its forms. */
    record Mail(String title, String text, String html) {}

    Mail mail(DelayListDue list, Sheet sheet) {
        var title = text("signature") + text("DELAY_MAIL_TITLE", list.unit().name(), list.day().toString(),
                list.saveable(), list.hardly(), list.late());
        var head = text("DELAY_MAIL", list.unit().name(), list.saveable(), list.hardly(), list.late());
        var foot = sheet.more() ? text("DELAY_MAIL_MORE", sheet.rows().size()) : text("DELAY_MAIL_ALL");
        return new Mail(title, SheetText.plain(head, sheet, foot), SheetText.html(head, sheet, foot));
    }

    /** The kind of a notice as the API names it. */
    static String kind(AbnormalityNews news) {
        return "ABNORMALITY_" + news.kind().name();
    }

    String sms(AbnormalityNews news) {
        return text("signature") + text(kind(news), news.site().name(), text("CAUSE_" + news.cause().name()),
                time(news.dueAt(), news.at()));
    }

    String silentMore(long count, long late) {
        return text("signature") + text("SILENT_MORE", count, late);
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, locale);
    }

    /** Beijing time; with the day where it is another one. */
    private static String time(@Nullable Instant instant, Instant now) {
        if (instant == null) {
            return "-";
        }
        var local = instant.atZone(CHINA);
        return (local.toLocalDate().equals(now.atZone(CHINA).toLocalDate()) ? TIME : DAY).format(local);
    }
}
