package io.waypost.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.desk.ReplyDesk.ReplyView;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Organisation;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import({DeskScene.class, DeskRoom.class})
@DisplayName("C5 sentences that are said often: of the house, of a unit for those below, and one's own")
class DeskReplyTest {

    private final ReplyDesk replies;
    private final Organisation organisation;

    DeskReplyTest(ReplyDesk replies, Organisation organisation) {
        this.replies = replies;
        this.organisation = organisation;
    }

    private Actor.Person agent(String unit, Permission... more) {
        return organisation.actor(unit, java.util.stream.Stream
                .concat(java.util.stream.Stream.of(Permission.DESK_WORK), java.util.Arrays.stream(more))
                .toArray(Permission[]::new));
    }

    private List<String> codes(Actor.Person person) {
        return Acting.as(person, replies::mine).stream().map(ReplyView::code).toList();
    }

    private String fresh() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aNewInstallationBeginsWithThePackagedOnes() {
        assertThat(Acting.as(agent(Organisation.SOUTH), replies::mine)).filteredOn(
                reply -> reply.unit() != null && reply.unit().code().equals(Organisation.HEADQUARTERS))
                .extracting(ReplyView::code).contains("问候", "要单号", "再见");
    }

    @Test
    void aUnitsAreSeenBelowItAndChangedByItsLeads() {
        var lead = agent(Organisation.SOUTH, Permission.DESK_LEAD);
        var below = agent(Organisation.TIANHE);
        var beside = agent(Organisation.NORTH, Permission.DESK_LEAD);
        var code = fresh();
        var added = Acting.as(lead, () -> replies.add(Organisation.SOUTH, code, "{客户}您好", 5));
        assertThat(codes(below)).contains(code);
        assertThat(codes(beside)).doesNotContain(code);
        assertRefused("LEADS_ONLY", below, () -> replies.change(added.id(), code, "x", 5, 1));
        assertRefused("LEADS_ONLY", below, () -> replies.add(Organisation.TIANHE, code, "x", 5));
        assertRefused("NOT_FOUND", beside, () -> replies.change(added.id(), code, "x", 5, 1));
        assertRefused("NOT_FOUND", beside, () -> replies.add(Organisation.SOUTH, fresh(), "x", 5));
        assertRefused("CODE_TAKEN", lead, () -> replies.add(Organisation.SOUTH, code, "x", 5));
        assertRefused("STALE_VERSION", lead, () -> replies.change(added.id(), code, "x", 5, 7));
        Acting.as(lead, () -> replies.change(added.id(), code, "{客户}，您好", 1, 1));

        // Of a unit below, which the lead does not say and keeps all the same.
        var deeper = Acting.as(lead, () -> replies.add(Organisation.TIANHE, code, "天河的", 5));
        assertThat(Acting.as(lead, replies::mine)).extracting(ReplyView::id).doesNotContain(deeper.id());
        assertThat(Acting.as(lead, replies::kept)).extracting(ReplyView::id).contains(deeper.id());
        // The nearest of two that are called the same comes first.
        assertThat(Acting.as(below, replies::mine)).filteredOn(reply -> reply.code().equals(code))
                .extracting(ReplyView::text).containsExactly("天河的", "{客户}，您好");
        Acting.as(lead, () -> {
            replies.remove(deeper.id());
            return true;
        });
        assertThat(Acting.as(below, replies::mine)).extracting(ReplyView::id).doesNotContain(deeper.id());
    }

    @Test
    void onesOwnAreNobodyElses() {
        var agent = agent(Organisation.SOUTH);
        var colleague = agent(Organisation.SOUTH, Permission.DESK_LEAD);
        var code = fresh();
        var own = Acting.as(agent, () -> replies.add(null, code, "我的", 1));
        assertThat(own.mayEdit()).isTrue();
        assertThat(Acting.as(agent, replies::mine).getFirst().id()).isEqualTo(own.id());
        assertThat(codes(colleague)).doesNotContain(code);
        assertRefused("NOT_FOUND", colleague, () -> replies.change(own.id(), code, "x", 1, 1));
        assertThat(Acting.as(agent, () -> replies.change(own.id(), code + "2", "改了", 1, 1)).version()).isEqualTo(2);
    }

    @Test
    void aCodeIsShortAndOnlyWhatIsKnownIsFilledIn() {
        var agent = agent(Organisation.SOUTH);
        for (var code : List.of("有 空", "a/b", "太长的代码太长的代码太长的")) {
            assertRefused("FORMAT", agent, () -> replies.add(null, code, "x", 1));
        }
        assertRefused("UNKNOWN_VARIABLE", agent, () -> replies.add(null, fresh(), "{手机号}", 1));
    }

    @Test
    void twoWhoAddTheSameAtOnceAddOne() throws Exception {
        var lead = agent(Organisation.SOUTH, Permission.DESK_LEAD);
        var code = fresh();
        Callable<Boolean> job = () -> {
            try {
                Acting.as(lead, () -> replies.add(Organisation.SOUTH, code, "x", 1));
                return true;
            } catch (Refusal taken) {
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            int added = 0;
            for (var done : threads.invokeAll(List.of(job, job, job, job))) {
                added += done.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
        }
    }

    private static void assertRefused(String code, Actor.Person person, Callable<Object> step) {
        assertThatThrownBy(() -> Acting.as(person, step::call)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code() + refusal.fields()).contains(code));
    }
}
