package io.waypost.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.delay.DelayListDue;
import io.waypost.app.delay.DelaySheets.Sheet;
import io.waypost.app.network.UnitRef;
import io.waypost.app.outbox.Attached;
import io.waypost.core.network.UnitKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P4 the list of the day as a mail")
class SheetTextTest {

    private static final Sheet SHEET = new Sheet(List.of("运单号", "原因"),
            List.of(List.of("YT1", "广州<转运>中心\n停留"), List.of("YT2", "a & b")), true);

    @Test
    void isAPlainTableAndAnHtmlOneInWhichNothingIsMarkup() {
        assertThat(SheetText.plain("今日", SHEET, "完"))
                .isEqualTo("今日\n\n运单号\t原因\nYT1\t广州<转运>中心 停留\nYT2\ta & b\n\n完");
        assertThat(SheetText.html("<今日>", SHEET, "完"))
                .contains("<th>运单号</th>", "<td>YT2</td><td>a &amp; b</td>", "&lt;转运&gt;", "&lt;今日&gt;")
                .doesNotContain("<转运>", "<今日>");
    }

    @Test
    void saysWhoseItIsAndHowMuchOfItThereIs() {
        var due = new DelayListDue(new UnitRef("O1", "天河网点", UnitKind.OUTLET), "a@example.cn", 3, 2, 1,
                LocalDate.of(2026, 11, 29), Instant.EPOCH);
        var mail = new NoticeTexts(new NoticeSettings(Locale.SIMPLIFIED_CHINESE, 10)).mail(due, SHEET);
        assertThat(mail.title()).isEqualTo("【驿路】天河网点2026-11-29时效预警：3件还能挽回，2件难以挽回，1件已超时");
        assertThat(mail.text()).contains("以上为前2件，附件Excel表最多列5000件");
        var english = new NoticeTexts(new NoticeSettings(Locale.ENGLISH, 10)).mail(due, SHEET);
        assertThat(english.text()).startsWith("Today's list of 天河网点").contains("These are the first 2");
    }

    @Test
    void theLongestListFitsIntoAFile() {
        var random = new Random(1);
        var rows = IntStream.range(0, DelayNotices.FILED_ROWS).mapToObj(row -> IntStream.range(0, 9)
                .mapToObj(cell -> "广州天河转运中心 %x".formatted(random.nextLong())).toList()).toList();
        var bytes = SheetText.excel("时效预警", new Sheet(Collections.nCopies(9, "列"), rows, false));
        assertThat(bytes).startsWith('P', 'K').hasSizeLessThan(Attached.MOST_BYTES);
    }
}
