package io.waypost.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("O1 when a message may leave, how often it is tried, and who goes first")
class OutboxRulesTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<MessageClass> KINDS = List.of(MessageClass.values());
    private static final List<ZoneId> ZONES = List.of(CHINA, ZoneId.of("Europe/Berlin"), ZoneId.of("UTC"),
            ZoneId.of("America/New_York"));

    @ParameterizedTest
    @EnumSource(Channel.class)
    void waitsGrowAndEnd(Channel channel) {
        int waits = RetrySchedule.waits(channel).size();
        for (int attempts = 2; attempts <= waits; attempts++) {
            assertThat(RetrySchedule.after(channel, attempts, Duration.ZERO).orElseThrow())
                    .isGreaterThan(RetrySchedule.after(channel, attempts - 1, Duration.ZERO).orElseThrow());
        }
        assertThat(RetrySchedule.after(channel, waits + 1, Duration.ZERO)).isEmpty();
        assertThatThrownBy(() -> RetrySchedule.after(channel, 0, Duration.ZERO)).hasMessageContaining("0");
    }

    @Test
    void theOtherSidesWishIsKept() {
        assertThat(RetrySchedule.after(Channel.SMS, 1, Duration.ofMinutes(1))).contains(Duration.ofMinutes(1));
        assertThat(RetrySchedule.after(Channel.SMS, 6, Duration.ofMinutes(1))).contains(Duration.ofHours(2));
    }

    @Test
    void aWebhookIsTriedTenTimesInThreeDays() {
        var waits = RetrySchedule.waits(Channel.WEBHOOK);
        assertThat(waits).hasSize(9);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.parse("PT75H35M5S"));
    }

    @ParameterizedTest
    @CsvSource({"COMMERCIAL,2026-11-28T20:59:59,2026-11-28T20:59:59",
            "COMMERCIAL,2026-11-28T21:00:00,2026-11-29T08:00:00",
            "SURVEY,2026-11-29T03:00:00,2026-11-29T08:00:00", "SURVEY,2026-11-29T07:59:59,2026-11-29T08:00:00",
            "SURVEY,2026-11-29T08:00:00,2026-11-29T08:00:00", "SERVICE,2026-11-29T03:00:00,2026-11-29T03:00:00",
            "EMERGENCY,2026-11-29T03:00:00,2026-11-29T03:00:00"})
    void advertisingAndSurveysWaitForTheMorning(MessageClass kind, String wanted, String leaves) {
        assertThat(QuietHours.USUAL.earliest(kind, local(wanted), CHINA)).isEqualTo(local(leaves));
    }

    @Test
    void neverEarlierNeverQuietNeverMoreThanADayLaterAndStable() {
        var random = new Random(12);
        for (int i = 0; i < 20_000; i++) {
            var quiet = new QuietHours(LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                    LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var wanted = Instant.parse("2026-01-01T00:00:00Z").plusMillis(random.nextLong(365L * 86_400_000));
            var leaves = quiet.earliest(kind, wanted, zone);
            assertThat(leaves).isAfterOrEqualTo(wanted).isBefore(wanted.plus(25, ChronoUnit.HOURS));
            assertThat(quiet.earliest(kind, leaves, zone)).as("%s %s %s", quiet, zone, wanted).isEqualTo(leaves);
            assertThat(kind.quietAtNight() || leaves.equals(wanted)).isTrue();
            assertThat(quiet.earliest(kind, wanted.plusSeconds(1), zone)).isAfterOrEqualTo(leaves);
        }
    }

    @Test
    void aMillionAdvertisementsDoNotHoldUpATicket() {
        var waiting = Map.of(MessageClass.COMMERCIAL, 1_000_000, MessageClass.SERVICE, 1);
        assertThat(Lanes.share(100, waiting)).isEqualTo(Map.of(MessageClass.SERVICE, 1, MessageClass.COMMERCIAL, 99));
        assertThat(Lanes.share(100, Map.of(MessageClass.SERVICE, 9999, MessageClass.EMERGENCY, 9999,
                MessageClass.SURVEY, 9999, MessageClass.COMMERCIAL, 9999))).isEqualTo(
                        Map.of(MessageClass.SERVICE, 50, MessageClass.EMERGENCY, 30, MessageClass.SURVEY, 12,
                                MessageClass.COMMERCIAL, 8));
    }

    @Test
    void theRoomIsUsedAndNeverOverrunAndNobodyStarves() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int room = random.nextInt(300);
            var waiting = new EnumMap<MessageClass, Integer>(MessageClass.class);
            for (var kind : MessageClass.values()) {
                waiting.put(kind, random.nextInt(4) == 0 ? 0 : random.nextInt(400));
            }
            var shared = Lanes.share(room, waiting);
            int all = waiting.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(shared.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(Math.min(room, all));
            shared.forEach((kind, count) -> assertThat(count).isBetween(1, waiting.get(kind)));
            if (room >= 100) {
                waiting.forEach((kind, count) -> assertThat(count == 0 || shared.containsKey(kind)).isTrue());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void whatHasArrivedStaysSoAndDoubtIsNeverSentAgainByItself(MessageState state) {
        assertThat(MessageState.DELIVERED.next()).isEmpty();
        assertThat(state.next()).doesNotContain(state);
        state.next().forEach(next -> assertThat(next.before()).contains(state));
        assertThat(MessageState.SENDING.before()).containsOnly(MessageState.PENDING);
    }

    private static Instant local(String time) {
        return java.time.LocalDateTime.parse(time).atZone(CHINA).toInstant();
    }
}
