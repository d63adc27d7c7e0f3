package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketScene.HUB_CLERK;
import static io.waypost.app.ticket.TicketScene.OTHER_REGION;
import static io.waypost.app.ticket.TicketScene.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketAnswers.Given;
import io.waypost.app.ticket.TicketView.PhotoView;
import io.waypost.core.ticket.AnswerKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@Import(TicketScene.class)
@DisplayName("T2 an answer carries photos that only the ticket's readers see")
class PhotosTest {

    private final TicketScene scene;
    private final Photos photos;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Path folder;

    PhotosTest(TicketScene scene, Photos photos, TransactionTemplate transaction, JdbcClient jdbc,
            WaypostSettings settings) {
        this.scene = scene;
        this.photos = photos;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.folder = settings.data().resolve("photos");
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void aPhotoIsUploadedUsedOnceAndReadByThoseWhoSeeTheTicket() throws IOException {
        var kept = scene.silentAtGuangzhou();
        var photo = upload(HUB_CLERK, kept.id());
        var view = scene.answer(HUB_CLERK, kept.id(), given(kept, photo.id()));
        assertThat(view.answers().getLast().photos()).containsExactly(photo);
        assertThat(read(REGION, photo.id())).startsWith((byte) 0xff, (byte) 0xd8);
        assertThatThrownBy(() -> read(OTHER_REGION, photo.id())).isInstanceOf(Refusal.class);
        var again = scene.kept(kept.id());
        assertThatThrownBy(() -> scene.answer(HUB_CLERK, kept.id(), given(again, photo.id())))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.fields().getFirst().field()).isEqualTo("photoIds"));
    }

    @Test
    void nobodyUsesAnotherTicketsOrAnotherPersonsPhoto() throws IOException {
        var both = scene.silentAtGuangzhou(2);
        var one = both.getFirst();
        var other = both.getLast();
        var ofOther = upload(HUB_CLERK, other.id());
        var ofRegion = upload(REGION, one.id());
        for (var photo : List.of(ofOther, ofRegion)) {
            assertThatThrownBy(() -> scene.answer(HUB_CLERK, one.id(), given(one, photo.id())))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void onlyWhoMayAnswerUploads() {
        var kept = scene.silentAtGuangzhou();
        assertThatThrownBy(() -> upload(OTHER_REGION, kept.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> upload(TicketScene.AGENT, kept.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(HUB_CLERK, () -> photos.add(kept.id(), new byte[]{1, 2, 3})))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.fields().getFirst().code()).isEqualTo("NOT_A_PHOTO"));
        assertThatThrownBy(() -> Acting.as(HUB_CLERK, () -> photos.add(kept.id(), new byte[10_000_001])))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.fields().getFirst().code()).isEqualTo("TOO_LARGE"));
    }

    @Test
    void filesBelongToThePlatformAloneAndUnusedOnesAreForgotten() throws IOException {
        var kept = scene.silentAtGuangzhou();
        var photo = upload(HUB_CLERK, kept.id());
        var file = folder.resolve(file(photo.id()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        photos.forgetUnused();
        assertThat(file).exists();
        asPlatform("update ticket.photo set uploaded_at = uploaded_at - interval '25 hours' where id = :id",
                photo.id());
        photos.forgetUnused();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> read(HUB_CLERK, photo.id())).isInstanceOf(Refusal.class);
    }

    private PhotoView upload(Actor by, UUID ticket) throws IOException {
        var jpeg = PhotoImagesTest.jpeg(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB));
        return Acting.as(by, () -> photos.add(ticket, jpeg));
    }

    private byte[] read(Actor by, UUID photo) {
        return Acting.as(by, () -> photos.read(photo));
    }

    private String file(UUID photo) {
        return TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc
                .sql("select file from ticket.photo where id = :id").param("id", photo).query(String.class).single()));
    }

    private void asPlatform(String sql, UUID photo) {
        TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql(sql).param("id", photo).update()));
    }

    private static Given given(KeptTicket kept, UUID photo) {
        return new Given(AnswerKind.FOUND_DAMAGED, "外箱破损", null, null, List.of(photo), kept.version());
    }
}
