package io.waypost.app.appeal;

import io.waypost.app.access.Fixture;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.core.appeal.AppealCommand.Investigate;
import io.waypost.core.appeal.Liability;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Appeals about parcels that lie somewhere, and the people who deal with them. */
@Fixture
class AppealScene {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Actor.Person south;
    final Actor.Person checker;
    final Actor.Person north;
    final Actor.Person clerk;
    final AppealDesk desk;
    final AppealIntake intake;
    final AppealViews views;
    final Clock clock;
    private final Attachments attachments;
    private final ParcelDossier dossier;
    private final ScanIntake scans;

    AppealScene(Organisation organisation, AppealDesk desk, AppealIntake intake, AppealViews views,
            Attachments attachments, ParcelDossier dossier, ScanIntake scans, Clock clock) {
        this.desk = desk;
        this.intake = intake;
        this.views = views;
        this.attachments = attachments;
        this.dossier = dossier;
        this.scans = scans;
        this.clock = clock;
        this.south = person(1, "华南 林经理", organisation, Organisation.SOUTH);
        this.checker = person(2, "华南 郑主管", organisation, Organisation.SOUTH);
        this.north = person(3, "华北 周经理", organisation, Organisation.NORTH);
        this.clerk = new Actor.Person(new UUID(9, 4), "appeal-4", "天河 小李", Organisation.TIANHE,
                organisation.path(Organisation.TIANHE),
                Set.of(Permission.APPEAL_READ, Permission.APPEAL_EVIDENCE, Permission.ATTACHMENT_READ,
                        Permission.ATTACHMENT_WRITE));
    }

    private static Actor.Person person(int number, String name, Organisation organisation, String unit) {
        return new Actor.Person(new UUID(9, number), "appeal-" + number, name, unit, organisation.path(unit),
                Set.of(Permission.values()));
    }

    static String authorityNumber() {
        return "粤邮申〔2026〕%05d".formatted(NUMBER.incrementAndGet());
    }

    static String waybill() {
        return "YT93%011d".formatted(NUMBER.incrementAndGet());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Holidays.ZONE);
    }

    void scanned(String waybill, String site) {
        var now = clock.instant();
        scans.take(List.of(Scan.of(waybill, ScanType.PICKED_UP, now.minus(Duration.ofDays(9)), site),
                Scan.of(waybill, ScanType.ARRIVED, now.minus(Duration.ofDays(8)), site)), "test", now);
    }

    NewAppeal paper(String number, String waybill, LocalDate forwardedOn, @Nullable String unit) {
        return new NewAppeal(number, "广东省邮政管理局", null, "投递服务", "虚假签收", waybill, "收件人", "王小明",
                "13812345678", "未收到快件，显示已签收。", "赔偿并说明情况。", forwardedOn, forwardedOn, unit);
    }

    /** An appeal about a parcel of that outlet that the authority passed on today. */
    UUID received(Actor by, String site, @Nullable String unit) {
        var waybill = waybill();
        scanned(waybill, site);
        return Acting.as(by, () -> intake.receive(paper(authorityNumber(), waybill, today(), unit))).id();
    }

    int version(UUID id) {
        return view(id).appeal().version();
    }

    AppealView view(UUID id) {
        return Acting.as(new Actor.Internal("test"), () -> views.view(id));
    }

    void investigated(Actor by, UUID id) {
        Acting.as(by, () -> desk.assign(id, version(id), null));
        Acting.as(by, () -> desk.move(id, version(id), new Investigate(),
                AppealView.What.INVESTIGATED, null));
    }

    UUID file(Actor by, UUID id) {
        return Acting.as(by, () -> attachments.add(new Subject(AppealDesk.KIND, id), "签收底单.jpg",
                new ByteArrayInputStream(picture()))).id();
    }

    void drafted(Actor by, UUID id, Liability liability) {
        var file = file(by, id);
        var timeline = dossier.timeline(view(id).appeal().waybill());
        Acting.as(by, () -> desk.draft(id, version(id),
                new AppealDesk.Written(liability, "经查，快件由驿站代签，已向用户致歉并赔偿。", List.of(file), timeline)));
    }

    void sent(Actor author, Actor second, UUID id) {
        investigated(author, id);
        drafted(author, id, Liability.LIABLE);
        Acting.as(second, () -> desk.check(id, version(id)));
        Acting.as(author, () -> desk.send(id, version(id), "回执 001"));
    }

    static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
