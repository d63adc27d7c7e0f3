package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waypost.app.kernel.Acting;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.FirstContact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How well the desks within the caller's reach do: first-contact resolution lately, and what customers thought and wanted today. Reckoned
 * from the contacts as the platform, since a customer who comes again comes to whatever desk; kept for some minutes for each reach.
 */
@Service
class DeskQuality {

    static final Duration KEPT = Duration.ofMinutes(5);
    /** From this score on, a customer is satisfied. */
    private static final int SATISFIED = 4;
    private static final int REACHES = 5_000;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String WITHIN = "(starts_with(c.unit_path, :path) or starts_with(c.agent_path, :path))";

    private final Cache<String, DeskQualityView> kept = Caffeine.newBuilder().maximumSize(REACHES)
            .expireAfterWrite(KEPT)
            .build();
    private final JdbcClient jdbc;
    private final DeskWork work;
    private final Network network;
    private final Clock wall;

    DeskQuality(JdbcClient jdbc, DeskWork work, Network network, @Qualifier("wallClock") Clock wall) {
        this.jdbc = jdbc;
        this.work = work;
        this.network = network;
        this.wall = wall;
    }

    /**
     * One desk's channel.
     *
     * @param first contacts that began a matter and ended lately, but so long ago that it is known how they went
     * @param resolved of these, answered and not come again
     * @param endedToday since midnight in Beijing
     * @param ratedToday of these
     * @param satisfiedToday of these, four or five of five
     */
    record DeskQualityRow(UnitRef unit, ContactChannel channel, int first, int resolved, int endedToday, int ratedToday,
            int satisfiedToday) {}

    /** How many contacts that ended today turned out to be that. */
    record DispositionCount(String code, String nameZh, String nameEn, int count) {}

    /** All of it, as it was at that moment. */
    record DeskQualityView(Instant at, int days, int windowDays, List<DeskQualityRow> rows,
            List<DispositionCount> dispositions) {

        DeskQualityView {
            rows = List.copyOf(rows);
            dispositions = List.copyOf(dispositions);
        }
    }

    /** As of some minutes ago at most. */
    DeskQualityView seen() {
        return kept.get(Acting.current().scope().path(), this::reckon);
    }

    /** Now. */
    DeskQualityView reckon(String path) {
        var now = wall.instant().truncatedTo(ChronoUnit.MICROS);
        var today = now.atZone(BEIJING).toLocalDate().atStartOfDay(BEIJING).toInstant();
        return work.whole(() -> new DeskQualityView(now, (int) FirstContact.LATELY.toDays(),
                (int) FirstContact.WINDOW.toDays(), rows(path, now, today), dispositions(path, today)));
    }

    /** What was answered by telephone was answered when it was taken; in writing, when the agent wrote. */
    private List<DeskQualityRow> rows(String path, Instant now, Instant today) {
        return jdbc.sql("""
                with ended as (
                    select c.* from desk.contact c
                    where c.state = 'CLOSED' and c.closed_at > :since and %s
                ), judged as (
                    select c.unit_code, c.channel,
                        c.closed_at <= :known and not exists (
                            select 1 from desk.contact b where b.customer_id = c.customer_id and b.matter = c.matter
                                and (b.opened_at, b.id) < (c.opened_at, c.id)
                                and coalesce(b.closed_at, c.opened_at) >= c.opened_at - cast(:window as interval)) as first,
                        case when c.channel = 'PHONE' then c.taken_at else c.first_reply_at end is not null and not exists (
                            select 1 from desk.contact n where n.customer_id = c.customer_id and n.matter = c.matter
                                and (n.opened_at, n.id) > (c.opened_at, c.id)
                                and n.opened_at <= c.closed_at + cast(:window as interval)) as helped,
                        c.closed_at >= :today as today, c.score
                    from ended c
                )
                select unit_code, channel, count(*) filter (where first) as first,
                    count(*) filter (where first and helped) as resolved,
                    count(*) filter (where today) as ended,
                    count(*) filter (where today and score is not null) as rated,
                    count(*) filter (where today and score >= :satisfied) as satisfied
                from judged group by unit_code, channel order by unit_code, channel
                """.formatted(WITHIN))
                .param("path", path).param("since", utc(now.minus(FirstContact.LATELY)))
                .param("known", utc(now.minus(FirstContact.WINDOW)))
                .param("window", FirstContact.WINDOW.toString()).param("today", utc(today))
                .param("satisfied", SATISFIED)
                .query((row, _) -> new DeskQualityRow(network.ref(text(row, "unit_code")),
                        ContactChannel.valueOf(text(row, "channel")), row.getInt("first"), row.getInt("resolved"),
                        row.getInt("ended"), row.getInt("rated"), row.getInt("satisfied")))
                .list();
    }

    private List<DispositionCount> dispositions(String path, Instant today) {
        return jdbc.sql("""
                select c.disposition, count(*) as contacts from desk.contact c
                where c.state = 'CLOSED' and c.closed_at >= :today and c.disposition is not null and %s
                group by c.disposition order by contacts desc, c.disposition
                """.formatted(WITHIN)).param("path", path).param("today", utc(today)).query((row, _) -> {
            var code = text(row, "disposition");
            var named = Dispositions.all().stream().filter(one -> one.code().equals(code)).findFirst();
            return new DispositionCount(code, named.map(Dispositions.Disposition::nameZh).orElse(code),
                    named.map(Dispositions.Disposition::nameEn).orElse(code), row.getInt("contacts"));
        }).list();
    }
}
