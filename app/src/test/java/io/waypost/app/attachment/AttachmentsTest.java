package io.waypost.app.attachment;

import static io.waypost.app.attachment.HostileFiles.film;
import static io.waypost.app.attachment.HostileFiles.join;
import static io.waypost.app.attachment.HostileFiles.jpeg;
import static io.waypost.app.attachment.HostileFiles.pdf;
import static io.waypost.app.attachment.HostileFiles.text;
import static io.waypost.app.attachment.HostileFiles.workbook;
import static io.waypost.app.attachment.HostileFiles.workbookWith;
import static io.waypost.app.attachment.HostileFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.attachment.FileFault;
import io.waypost.core.attachment.FileType;
import io.waypost.core.identity.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T4 files belong to a thing, are what their content says, and are seen by those who see the thing")
class AttachmentsTest {

    private final AttachmentDesk desk;
    private final AttachmentSweep sweep;
    private final TestThings things;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final MockMvc mvc;
    private final Path folder;
    private final Actor tianhe;
    private final Actor dongcheng;

    AttachmentsTest(AttachmentDesk desk, AttachmentSweep sweep, TestThings things, Organisation organisation,
            TransactionTemplate transaction, JdbcClient jdbc, MockMvc mvc, WaypostSettings settings) {
        this.desk = desk;
        this.sweep = sweep;
        this.things = things;
        this.organisation = organisation;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.folder = settings.data().resolve("attachments");
        this.tianhe = organisation.actor(Organisation.TIANHE, Permission.ATTACHMENT_READ);
        this.dongcheng = organisation.actor(Organisation.DONGCHENG, Permission.ATTACHMENT_READ);
    }

    @Test
    void everyKindIsTakenByItsContentWhateverItIsCalled() {
        var thing = thing();
        var taken = new LinkedHashMap<FileType, byte[]>();
        taken.put(FileType.PICTURE, HostileFiles.picture("png"));
        taken.put(FileType.PDF, pdf("/Type /Catalog"));
        taken.put(FileType.MP4, film("isom"));
        taken.put(FileType.MOV, film("qt  "));
        taken.put(FileType.XLSX, zip(workbook()));
        taken.forEach((type, content) -> {
            var attachment = add(tianhe, thing, "证据.html", content);
            assertThat(attachment.type()).isEqualTo(type);
            assertThat(attachment.name()).isEqualTo("证据." + type.extension());
        });
    }

    @Test
    void hostileFilesAreRefusedWithAReason() {
        var wrong = new ArrayList<Hostile>();
        wrong.add(new Hostile(text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                FileFault.UNKNOWN_TYPE));
        wrong.add(new Hostile(text("<html><script>alert(1)</script>"), FileFault.UNKNOWN_TYPE));
        wrong.add(new Hostile(new byte[0], FileFault.UNKNOWN_TYPE));
        wrong.add(new Hostile(text("MZ\u0090\0 this program"), FileFault.UNKNOWN_TYPE));
        wrong.add(new Hostile(Arrays.copyOf(jpeg(), 20), FileFault.UNREADABLE));
        wrong.add(new Hostile(pdf("/OpenAction << /S /JavaScript >>"), FileFault.ACTIVE_CONTENT));
        wrong.add(new Hostile(Arrays.copyOf(film("mp42"), 150), FileFault.UNREADABLE));
        wrong.add(new Hostile(join(film("mp42"), text("<script>alert(1)</script>")), FileFault.UNREADABLE));
        wrong.add(new Hostile(zip(Map.of("a.txt", text("x"))), FileFault.UNKNOWN_TYPE));
        wrong.add(new Hostile(Arrays.copyOf(zip(workbook()), 100), FileFault.UNREADABLE));
        wrong.add(new Hostile(workbookWith("xl/vbaProject.bin", text("x")), FileFault.ACTIVE_CONTENT));
        wrong.add(new Hostile(workbookWith("xl/embeddings/oleObject1.bin", text("x")), FileFault.ACTIVE_CONTENT));
        wrong.add(new Hostile(workbookWith("../../../etc/cron.d/x", text("x")), FileFault.UNREADABLE));
        wrong.add(new Hostile(HostileFiles.bomb(), FileFault.UNPACKS_TOO_LARGE));
        wrong.add(new Hostile(Arrays.copyOf(pdf(""), (int) FileType.PDF.mostBytes() + 1), FileFault.TOO_LARGE));
        var thing = thing();
        wrong.forEach(each -> assertThatThrownBy(() -> add(tianhe, thing, "photo.jpg", each.content()))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.fields().getFirst().code()).isEqualTo(each.fault().name())));
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aPictureThatIsAlsoAPageIsOnlyAPicture() throws IOException {
        var jpeg = jpeg();
        var page = text("<html><script>alert(document.domain)</script>");
        var comment = join(new byte[]{(byte) 0xff, (byte) 0xfe, 0, (byte) (page.length + 2)}, page);
        var both = join(Arrays.copyOf(jpeg, 2), comment, Arrays.copyOfRange(jpeg, 2, jpeg.length), page,
                zip(workbook()));
        var kept = add(tianhe, thing(), "x.html", both);
        assertThat(content(tianhe, kept.id())).startsWith((byte) 0xff, (byte) 0xd8)
                .satisfies(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("script",
                        "workbook"));
    }

    @Test
    void aFilmLosesThePlaceWhereItWasTaken() throws IOException {
        var kept = add(tianhe, thing(), "x.mov", film("qt  "));
        assertThat(new String(content(tianhe, kept.id()), StandardCharsets.ISO_8859_1)).doesNotContain("23.1291")
                .contains("moov", "mdat");
    }

    @Test
    void damagedFilesOfEveryKindAreTakenOrRefusedAndNeverBreakAnything() {
        var good = List.of(jpeg(), HostileFiles.picture("png"), pdf("/Type /Catalog"), film("isom"), zip(workbook()));
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var bad = good.get(random.nextInt(good.size())).clone();
            for (int i = 0; i < 1 + random.nextInt(10); i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(4) == 0) {
                bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            }
            var thing = thing();
            var content = bad;
            try {
                assertThat(add(tianhe, thing, "x", content).bytes()).as("seed %d", seed).isPositive();
            } catch (Refusal refused) {
                assertThat(refused.fields()).as("seed %d", seed).hasSize(1);
            }
        }
    }

    @Test
    void aFileIsUsedOnceByWhomUploadedItAndReadByThoseWhoSeeTheThing() throws IOException {
        var thing = thing();
        var kept = add(tianhe, thing, "证据.jpg", jpeg());
        assertThat(of(tianhe, thing)).isEmpty();
        var colleague = organisation.actor(Organisation.TIANHE, Permission.ATTACHMENT_READ);
        assertThatThrownBy(() -> use(colleague, thing, kept.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> use(tianhe, thing(), kept.id())).isInstanceOf(Refusal.class);
        assertThat(use(tianhe, thing, kept.id()).getFirst().purpose()).isEqualTo("EVIDENCE");
        assertThatThrownBy(() -> use(tianhe, thing, kept.id())).isInstanceOf(Refusal.class);
        assertThat(of(colleague, thing)).extracting(Attachment::id).containsExactly(kept.id());
        assertThat(of(dongcheng, thing)).isEmpty();
        assertThatThrownBy(() -> content(dongcheng, kept.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(tianhe, () -> desk.forget(kept.id()))).isInstanceOf(Refusal.class);
    }

    @Test
    void theDatabaseHidesAFileAlsoWhereAnOwnerWouldShowIt() {
        var thing = thing();
        var kept = add(tianhe, thing, "x.jpg", jpeg());
        Acting.as(dongcheng, () -> transaction.executeWithoutResult(_ -> assertThat(
                jdbc.sql("select count(*) from attachment.file where id = :id").param("id", kept.id())
                        .query(Integer.class).single())
                .isZero()));
        asPlatform(() -> desk.showTo(thing, Set.of(organisation.path(Organisation.DONGCHENG))));
        Acting.as(dongcheng, () -> transaction.executeWithoutResult(_ -> assertThat(
                jdbc.sql("select count(*) from attachment.file where id = :id").param("id", kept.id())
                        .query(Integer.class).single())
                .isOne()));
    }

    @Test
    void filesBelongToThePlatformAloneAndUnusedOnesAndOrphansAreForgotten() throws IOException {
        var thing = thing();
        var unused = add(tianhe, thing, "x.jpg", jpeg());
        var used = add(tianhe, thing, "y.jpg", jpeg());
        use(tianhe, thing, used.id());
        var file = file(unused.id());
        var usedFile = file(used.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        var orphan = Files.write(usedFile.resolveSibling(usedFile.getFileName() + "-left"), new byte[]{1});
        var part = Files.write(folder.resolve("incoming").resolve("left.part"), new byte[]{1});
        sweep.sweep();
        assertThat(List.of(file, usedFile, orphan, part)).allSatisfy(each -> assertThat(each).exists());
        var old = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        for (var each : List.of(orphan, part, usedFile)) {
            Files.setLastModifiedTime(each, old);
        }
        asPlatform(() -> jdbc.sql("update attachment.file set uploaded_at = uploaded_at - interval '25 hours' "
                + "where subject_id = :id").param("id", thing.id()).update());
        sweep.sweep();
        assertThat(List.of(file, orphan, part)).allSatisfy(each -> assertThat(each).doesNotExist());
        assertThat(usedFile).exists();
    }

    @Test
    void aBrowserIsToldToRunNothing() throws Exception {
        var thing = thing();
        var clerk = Browser.of(mvc, organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE));
        clerk.upload("/api/v1/attachments/%s/%s".formatted(thing.kind(), thing.id()), jpeg()).andExpect(status().isOk())
                .andExpect(jsonPath("$.type").value("PICTURE"));
        var paper = add(tianhe, thing, "赔付单.pdf", pdf(""));
        clerk.get("/api/v1/attachments/" + paper.id()).andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Security-Policy",
                        containsString("sandbox")))
                .andExpect(header().string("Content-Disposition",
                        allOf(startsWith("attachment;"),
                                containsString("filename*=UTF-8''%E8%B5%94"))));
        clerk.upload("/api/v1/attachments/%s/%s".formatted(thing.kind(), thing.id()), text("<html>"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("UNKNOWN_TYPE"));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Hostile(byte[] content, FileFault fault) {}

    private Subject thing() {
        return things.thing(organisation.path(Organisation.TIANHE));
    }

    private Attachment add(Actor by, Subject thing, String name, byte[] content) {
        return Acting.as(by, () -> desk.add(thing, name, new ByteArrayInputStream(content)));
    }

    private List<Attachment> use(Actor by, Subject thing, UUID id) {
        return Acting.as(by, () -> transaction.execute(_ -> desk.use(thing, List.of(id), "EVIDENCE")));
    }

    private List<Attachment> of(Actor by, Subject thing) {
        return Acting.as(by, () -> desk.of(thing));
    }

    private byte[] content(Actor by, UUID id) throws IOException {
        return Acting.as(by, () -> desk.open(id)).content().getContentAsByteArray();
    }

    private Path file(UUID id) {
        var name = Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> jdbc
                .sql("select file from attachment.file where id = :id").param("id", id).query(String.class).single()));
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private void asPlatform(Runnable work) {
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(_ -> work.run()));
    }
}
