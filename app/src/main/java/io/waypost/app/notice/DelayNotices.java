package io.waypost.app.notice;

import io.waypost.app.delay.DelayListDue;
import io.waypost.app.delay.DelayListReady;
import io.waypost.app.delay.DelaySheets;
import io.waypost.app.delay.DelaySheets.Sheet;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.notice.NoticeStore.Addressed;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.outbox.Attached;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.core.outbox.MessageClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the duty person of an outlet, every morning, which promises are in danger there: in the console and by message, and to mailboxes by mail, with an Excel file. */
@Component
class DelayNotices {

    private static final String KIND = "DELAY_LIST";

    /** As many as somebody reads in a mail; the rest is in the file that goes with it. */
    private static final int MAILED_ROWS = 200;
    /** As many as fit into a file that goes with a mail every day; the rest is in the console. */
    static final int FILED_ROWS = 5_000;

    private final NoticeStore notices;
    private final NoticeTexts texts;
    private final Outbox outbox;
    private final DelaySheets sheets;
    private final LiveFeed live;

    DelayNotices(NoticeStore notices, NoticeTexts texts, Outbox outbox, DelaySheets sheets,
            LiveFeed live) {
        this.notices = notices;
        this.texts = texts;
        this.outbox = outbox;
        this.sheets = sheets;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DelayListReady list) {
        var person = list.to().person().id();
        var unit = list.unit();
        var params = new HashMap<String, Object>(Map.of("unit", Map.of("code", unit.code(), "name", unit.name()),
                "sites", list.sites(), "saveable", list.saveable(), "hardly", list.hardly(), "late", list.late()));
        var firstActBy = list.firstActBy();
        if (firstActBy != null) {
            params.put("dueAt", firstActBy.toString());
        }
        var notice = new Notice(Ids.next(list.at()), list.at(), KIND, null, null, params, null);
        notices.add(List.of(new Addressed(person, notice)));
        live.tellPerson(person, "notice", Map.of("id", notice.id().toString()));
        var phone = list.to().phone();
        if (phone != null) {
            outbox.add(OutgoingMessage.sms("delays %s %s %s".formatted(unit.code(), list.day(), person),
                    MessageClass.SERVICE, phone, texts.sms(list)).about("DELAYS", unit.code()).template(KIND));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DelayListDue list) {
        var all = sheets.sheet(list.unit().code(), texts.locale(), FILED_ROWS);
        boolean more = all.rows().size() > MAILED_ROWS;
        var mail = texts.mail(list, more ? new Sheet(all.columns(), all.rows().subList(0, MAILED_ROWS), true) : all);
        outbox.add(OutgoingMessage.mail("delays mail %s %s".formatted(list.unit().code(), list.day()),
                MessageClass.SERVICE, list.address(), mail.title(), mail.text(), mail.html())
                .attaching(Attached.of(texts.fileName(list), Attached.EXCEL, SheetText.excel(texts.sheetName(), all)))
                .about("DELAYS", list.unit().code()).template(KIND));
    }
}
