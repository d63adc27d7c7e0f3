package io.waypost.app.desk;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.conversation.Entry;
import io.waypost.app.kernel.Acting;
import io.waypost.app.testing.Organisation;
import io.waypost.app.ticket.CustomerTold;
import io.waypost.core.contact.Author;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@Import({DeskScene.class, DeskRoom.class})
@DisplayName("C1 T2 what becomes of a case is told in the conversation in which it was raised, once")
class CaseNewsTest {

    private final DeskScene scene;
    private final DeskRoom room;
    private final ContactDesk desk;
    private final DeskContactStore contacts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    CaseNewsTest(DeskScene scene, DeskRoom room, ContactDesk desk, DeskContactStore contacts,
            ApplicationEventPublisher events, TransactionTemplate transaction, JdbcClient jdbc) {
        this.scene = scene;
        this.room = room;
        this.desk = desk;
        this.contacts = contacts;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nobodyIsThere() {
        room.clear();
    }

    @Test
    void isToldOnceThereAndNowhereElse() {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        var other = scene.talk(Organisation.SOUTH);
        scene.says(other, "在吗");
        scene.says(talk, "我的快递呢");
        room.accept(agent, talk.conversation());
        var ticket = UUID.randomUUID();
        Acting.as(agent, () -> desk.link(scene.contact(talk, contacts).id(), LinkKind.TICKET, ticket.toString()));

        tell(ticket, "first", "已经找到。");
        tell(ticket, "first", "已经找到。");
        tell(ticket, "second", "已处理完。");
        tell(UUID.randomUUID(), "third", "别人的。");
        until(() -> told(talk).size() == 2);
        assertThat(told(talk)).containsExactlyInAnyOrder("【T202611-1-1】已经找到。", "【T202611-1-1】已处理完。");
        assertThat(told(other)).isEmpty();
    }

    @Test
    void aStepThatIsUndoneIsNotTold() {
        var agent = scene.ready(Organisation.SOUTH);
        var talk = scene.talk(Organisation.SOUTH);
        scene.says(talk, "我的快递呢");
        room.accept(agent, talk.conversation());
        var ticket = UUID.randomUUID();
        Acting.as(agent, () -> desk.link(scene.contact(talk, contacts).id(), LinkKind.TICKET, ticket.toString()));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(news(ticket, "undone", "不算。"));
            status.setRollbackOnly();
        });
        tell(ticket, "done", "算。");
        until(() -> !told(talk).isEmpty());
        // What is to be told stands in the list of events until it is: of the step that was undone nothing does.
        assertThat(jdbc.sql("select count(*) from event_publication where serialized_event like ?")
                .param("%" + ticket + "undone%").query(Long.class).single()).isZero();
        assertThat(told(talk)).containsExactly("【T202611-1-1】算。");
    }

    private void tell(UUID ticket, String key, String text) {
        transaction.executeWithoutResult(_ -> events.publishEvent(news(ticket, key, text)));
    }

    private static CustomerTold news(UUID ticket, String key, String text) {
        return new CustomerTold(ticket, "T202611-1-1", ticket + key, text, Instant.EPOCH);
    }

    private List<String> told(DeskScene.Talk talk) {
        return scene.entries(talk).stream().filter(entry -> entry.author() == Author.BOT).map(Entry::text).toList();
    }
}
