package io.waypost.app.notice;

import io.waypost.app.device.SlowScannersFound;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.notice.NoticeStore.Addressed;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.core.outbox.MessageClass;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the duty person of a unit that scanners there bring their scans in late: in the console and by message. */
@Component
class DeviceNotices {

    private static final String KIND = "DEVICES_SLOW";

    /** As many codes as a notice names. */
    private static final int NAMED = 5;

    private final NoticeStore notices;
    private final NoticeTexts texts;
    private final Outbox outbox;
    private final LiveFeed live;

    DeviceNotices(NoticeStore notices, NoticeTexts texts, Outbox outbox, LiveFeed live) {
        this.notices = notices;
        this.texts = texts;
        this.outbox = outbox;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SlowScannersFound found) {
        var person = found.to().person().id();
        var unit = found.unit();
        var notice = new Notice(Ids.next(found.at()), found.at(), KIND, null, null,
                Map.of("unit", Map.of("code", unit.code(), "name", unit.name()), "count", found.devices().size(),
                        "devices", found.devices().stream().limit(NAMED).toList()),
                null);
        notices.add(List.of(new Addressed(person, notice)));
        live.tellPerson(person, "notice", Map.of("id", notice.id().toString()));
        var phone = found.to().phone();
        if (phone != null) {
            outbox.add(OutgoingMessage.sms("devices %s %s %s".formatted(unit.code(), found.at(), person),
                    MessageClass.SERVICE, phone, texts.sms(found)).about("DEVICES", unit.code()).template(KIND));
        }
    }
}
