package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.contact.ContactEnd;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.GuestRules;
import io.waypost.core.contact.Part;
import io.waypost.core.routing.WaitEstimate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers channels about conversations. */
@Service
class DeskTalk implements DeskTalks {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DeskContactStore contacts;
    private final GuestStore guests;
    private final ContactAccess access;
    private final ContactDesk desk;
    private final ContactMoves moves;
    private final StepStore steps;
    private final DeskIntake intake;
    private final DeskFeed feed;
    private final DeskWork work;
    private final JdbcClient jdbc;

    DeskTalk(DeskContactStore contacts, GuestStore guests, ContactAccess access, ContactDesk desk, ContactMoves moves,
            StepStore steps, DeskIntake intake, DeskFeed feed,
            DeskWork work, JdbcClient jdbc) {
        this.contacts = contacts;
        this.guests = guests;
        this.access = access;
        this.desk = desk;
        this.moves = moves;
        this.steps = steps;
        this.intake = intake;
        this.feed = feed;
        this.work = work;
        this.jdbc = jdbc;
    }

    @Override
    public Standing receive(UUID conversation, HandOver handOver) {
        return work.whole(() -> {
            intake.receive(conversation, handOver, moves.now());
            return Objects.requireNonNull(standing(List.of(conversation)).get(conversation));
        });
    }

    @Override
    public Map<UUID, Standing> standing(Collection<UUID> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        return work.whole(() -> {
            var standing = new HashMap<UUID, Standing>();
            var hour = moves.now().minus(HOUR);
            jdbc.sql("""
                    select distinct on (c.conversation_id) c.conversation_id, c.state,
                        case when c.state = 'WAITING' then (select count(*) from desk.contact o where o.state = 'WAITING'
                            and o.unit_code = c.unit_code and (o.since, o.id) < (c.since, c.id)) end as ahead,
                        case when c.state = 'WAITING' then (select count(*) from desk.contact o where o.state = 'CLOSED'
                            and o.unit_code = c.unit_code and o.taken_at is not null and o.closed_at > :hour) end as freed
                    from desk.contact c where c.conversation_id = any(cast(:ids as uuid[]))
                    order by c.conversation_id, c.opened_at desc, c.id desc
                    """).param("ids", conversations.toArray(new UUID[0])).param("hour", utc(hour)).query(row -> {
                var state = ContactState.valueOf(text(row, "state"));
                standing.put(id(row, "conversation_id"), new Standing(state, state == ContactState.WAITING
                        ? words(row.getInt("ahead"), row.getInt("freed"))
                        : null));
            });
            return standing;
        });
    }

    /** Nobody is told a time that nothing speaks for. */
    static String words(int ahead, int freedAnHour) {
        var place = ahead == 0 ? "您是下一位" : "您前面还有 %d 位".formatted(ahead);
        return place + WaitEstimate.of(ahead, freedAnHour)
                .map(wait -> "，大约需要 %d 分钟，多数不超过 %d 分钟".formatted(minutes(wait.usual()), minutes(wait.mostly())))
                .orElse("") + "。";
    }

    private static long minutes(Duration duration) {
        return Math.max(1, (duration.toSeconds() + 59) / 60);
    }

    @Override
    public List<UUID> had(UUID agent) {
        return work.whole(() -> Stream.concat(contacts.of(agent).stream(), contacts.askedInto(agent).stream())
                .map(KeptContact::conversation).distinct().toList());
    }

    @Override
    public boolean has(UUID agent, UUID conversation) {
        return work.whole(() -> contacts.newest(conversation)
                .filter(kept -> kept.contact().state() == ContactState.TALKING
                        && agent.equals(kept.contact().agent()))
                .isPresent());
    }

    @Override
    public boolean mayWrite(UUID person, UUID conversation) {
        return work.whole(() -> contacts.newest(conversation)
                .flatMap(kept -> GuestRules.part(kept.contact(), guests.of(kept.id()).stream().map(KeptGuest::guest)
                        .toList(), person, false))
                .filter(Part::writes).isPresent());
    }

    @Override
    public boolean mayRead(UUID conversation) {
        var actor = Acting.current();
        return actor instanceof Actor.Person && work.whole(
                () -> contacts.newest(conversation).flatMap(kept -> access.part(actor, kept)).isPresent());
    }

    @Override
    public void leave(UUID conversation) {
        work.whole(() -> contacts.newest(conversation)).filter(kept -> kept.contact().state() != ContactState.CLOSED)
                .ifPresent(kept -> desk.end(kept.id(), ContactEnd.BY_CUSTOMER));
    }

    @Override
    public boolean score(UUID conversation, int score, @Nullable String comment) {
        return work.whole(() -> contacts.newest(conversation).filter(kept -> kept.takenAt() != null).map(kept -> {
            Instant now = moves.now();
            boolean first = contacts.score(kept.id(), score, comment, now);
            if (first) {
                steps.add(kept.id(), now, StepKind.SCORED, null, comment, Map.of("score", score));
            }
            return first;
        }).orElse(false));
    }

    @Override
    public AutoCloseable listen(UUID agent, Runnable changed) {
        return feed.listen(agent, changed);
    }
}
