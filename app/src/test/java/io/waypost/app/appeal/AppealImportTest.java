package io.waypost.app.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.ImportReport.Fault;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.kernel.Sheets;
import io.waypost.app.testing.Organisation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@DisplayName("T5 the authority's list comes in from a file: all or none, and twice is once")
class AppealImportTest {

    private static final List<String> COLUMNS = List.of("申诉编号", "受理局", "申诉类别", "申诉原因", "运单号", "申诉人身份", "申诉人",
            "联系电话", "申诉内容", "申诉要求", "申诉日期", "转办日期");

    private final AppealImport imports;
    private final AppealScene scene;

    AppealImportTest(AppealImport imports, AppealScene scene) {
        this.imports = imports;
        this.scene = scene;
    }

    @Test
    void anExcelFileIsTakenInOnce() {
        var one = AppealScene.waybill();
        scene.scanned(one, Organisation.TIANHE);
        var file = excel(List.of(row(AppealScene.authorityNumber(), one, "延误", "中转或运输延误"),
                row(AppealScene.authorityNumber(), AppealScene.waybill(), "COD", "")));
        assertThat(put(scene.south, file, true)).isEqualTo(new ImportReport(true, 2, 2, 0, 0, List.of()));
        assertThat(put(scene.south, file, false)).isEqualTo(new ImportReport(false, 2, 2, 0, 0, List.of()));
        assertThat(put(scene.south, file, false)).isEqualTo(new ImportReport(false, 2, 0, 0, 2, List.of()));
    }

    @Test
    void everythingWrongIsToldByRowAndNothingIsWritten() {
        var number = AppealScene.authorityNumber();
        var bad = List.of(row(number, AppealScene.waybill(), "延误", "虚假签收"), row(number, "12", "天气", ""),
                List.of(AppealScene.authorityNumber(), "", "延误", "", AppealScene.waybill(), "", "", "abc", "x", "y",
                        "2026-13-01", "明天"));
        var report = put(scene.south, excel(bad), false);
        assertThat(report.created()).isZero();
        assertThat(report.errors()).extracting(Fault::row, Fault::field).contains(
                tuple(2, "申诉原因"),
                tuple(3, "运单号"),
                tuple(3, "申诉类别"),
                tuple(4, "受理局"),
                tuple(4, "联系电话"),
                tuple(4, "申诉日期"),
                tuple(4, "转办日期"));
        assertThat(report.errors()).allSatisfy(fault -> assertThat(fault.message()).isNotBlank());
    }

    @Test
    void oneNumberStandsForOneAppealAlsoAcrossRegions() {
        var number = AppealScene.authorityNumber();
        put(scene.south, excel(List.of(row(number, AppealScene.waybill(), "损毁", ""))), false);
        var report = put(scene.north, excel(List.of(row(number, AppealScene.waybill(), "损毁", ""))), false);
        assertThat(report.errors()).extracting(Fault::code).containsExactly("NUMBER_TAKEN");
    }

    private List<String> row(String number, String waybill, String category, String reason) {
        return List.of(number, "广东省邮政管理局", category, reason, waybill, "收件人", "王小明", "13812345678", "快件迟迟未到",
                "要求赔偿", scene.today().toString(), scene.today().toString().replace('-', '/'));
    }

    private ImportReport put(Actor by, byte[] file, boolean dryRun) {
        return Acting.as(by, () -> imports.put(Sheet.read(file), dryRun));
    }

    private static byte[] excel(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try {
            Sheets.excel(bytes, "申诉", COLUMNS, rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
