package io.waypost.app.outlet;

import io.waypost.app.kernel.Page;
import io.waypost.app.outlet.OperationViews.AbnormalityView;
import io.waypost.app.outlet.OperationViews.OperationBoard;
import io.waypost.app.outlet.OperationViews.SitePage;
import io.waypost.app.outlet.OperationViews.SiteRow;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.AnswerStep;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations")
class OperationController {

    private final OperationLists lists;
    private final Abnormalities abnormalities;

    OperationController(OperationLists lists, Abnormalities abnormalities) {
        this.lists = lists;
        this.abnormalities = abnormalities;
    }

    record TakenAnswer(@NotNull AnswerStep step, @Nullable @Size(max = 500) String note, int version) {}

    @GetMapping
    OperationBoard board(@RequestParam(required = false) @Nullable String unit) {
        return lists.board(unit);
    }

    @GetMapping("/abnormalities")
    Page<AbnormalityView> standing(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable AbnormalCause cause,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.standing(unit, cause, limit);
    }

    @GetMapping("/abnormalities/past")
    Page<AbnormalityView> past(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.past(unit, cursor, limit);
    }

    @GetMapping("/abnormalities/{id}")
    AbnormalityView abnormality(@PathVariable UUID id) {
        return lists.view(id);
    }

    @PostMapping("/abnormalities/{id}/answers")
    AbnormalityView answer(@PathVariable UUID id, @RequestBody @Valid TakenAnswer body) {
        abnormalities.take(id, body.step(), body.note(), body.version());
        return lists.view(id);
    }

    @GetMapping("/sites")
    Page<SiteRow> sites(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "BACKLOG") SiteStore.Order order,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.sites(unit, order, cursor, limit);
    }

    @GetMapping("/sites/{code}")
    SitePage site(@PathVariable String code) {
        return lists.site(code);
    }
}
