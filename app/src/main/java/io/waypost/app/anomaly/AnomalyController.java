package io.waypost.app.anomaly;

import io.waypost.app.anomaly.AnomalyViews.AnomalyBoard;
import io.waypost.app.anomaly.AnomalyViews.AnomalyRow;
import io.waypost.app.kernel.Page;
import io.waypost.core.anomaly.AnomalyKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AnomalyController {

    private final AnomalyLists lists;

    AnomalyController(AnomalyLists lists) {
        this.lists = lists;
    }

    @GetMapping("/anomalies")
    Page<AnomalyRow> anomalies(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable AnomalyKind kind,
            @RequestParam(defaultValue = "true") boolean standing,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(unit, kind, standing, cursor, limit);
    }

    @GetMapping("/anomalies/board")
    AnomalyBoard board(@RequestParam(required = false) @Nullable String unit) {
        return lists.board(unit);
    }

    @GetMapping("/parcels/{waybill}/anomalies")
    List<AnomalyRow> ofParcel(@PathVariable String waybill) {
        return lists.of(waybill);
    }
}
