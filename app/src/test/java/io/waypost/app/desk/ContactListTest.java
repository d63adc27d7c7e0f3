package io.waypost.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.desk.ContactViews.ContactView;
import io.waypost.app.desk.DeskScene.Talk;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.ContactState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import({DeskScene.class, DeskRoom.class})
@DisplayName("Of the contacts that wait the first page has those that have waited longest")
class ContactListTest {

    private final ContactController contacts;
    private final DeskScene scene;
    private final DeskRoom room;
    private final JdbcClient jdbc;

    ContactListTest(ContactController contacts, DeskScene scene, DeskRoom room, JdbcClient jdbc) {
        this.contacts = contacts;
        this.scene = scene;
        this.room = room;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nobodyIsThere() {
        room.clear();
    }

    @Test
    void whoWaitsLongestComesFirstAndPageAfterPage() {
        var second = waiting(900);
        var third = waiting(800);
        // Given back just now: it waits anew though it came before the others.
        var last = waiting(1);
        var first = waiting(1_000);
        var waiting = listed(ContactState.WAITING);
        assertThat(waiting).extracting(ContactView::since).isSorted();
        var ours = List.of(first, second, third, last);
        assertThat(waiting).extracting(ContactView::conversation).filteredOn(ours::contains)
                .containsExactlyElementsOf(ours);
        assertThat(listed(null)).extracting(ContactView::conversation).filteredOn(ours::contains)
                .containsExactly(first, last, third, second);
    }

    private UUID waiting(int seconds) {
        Talk talk = scene.talk(Organisation.TIANHE);
        scene.says(talk, "在吗");
        scene.all(() -> jdbc.sql("""
                update desk.contact set since = now() - make_interval(secs => :seconds) where conversation_id = :id
                """).param("seconds", seconds).param("id", talk.conversation()).update());
        return talk.conversation();
    }

    /** All of them, two at a time. */
    private List<ContactView> listed(@Nullable ContactState state) {
        var lead = scene.there(Organisation.TIANHE, Permission.DESK_LEAD);
        var all = new ArrayList<ContactView>();
        String cursor = null;
        do {
            var at = cursor;
            var page = Acting.as(lead, () -> contacts.list(state, null, null, at, 2));
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(all).extracting(ContactView::id).doesNotHaveDuplicates();
        return all;
    }
}
