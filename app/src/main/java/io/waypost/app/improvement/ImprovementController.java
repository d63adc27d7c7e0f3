package io.waypost.app.improvement;

import io.waypost.app.improvement.ImprovementView.Step;
import io.waypost.app.improvement.Improvements.Proposal;
import io.waypost.app.kernel.Page;
import io.waypost.core.improvement.ItemState;
import io.waypost.core.improvement.Measure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
@RequestMapping("/api/v1/improvements")
class ImprovementController {

    private final Improvements improvements;
    private final ImprovementLists lists;

    ImprovementController(Improvements improvements, ImprovementLists lists) {
        this.improvements = improvements;
        this.lists = lists;
    }

    /** What is to be improved; without a unit it is about everything within reach. */
    record NewImprovement(@NotNull String cause, @Nullable String unit, @NotBlank @Size(max = 80) String title,
            @NotBlank @Size(max = 2000) String plan, @NotNull UUID ownerId, @NotNull LocalDate due,
            @NotNull Measure measure) {}

    record TakenStep(@NotNull Step step, @Nullable @Size(max = 500) String note, int version) {}

    @GetMapping
    Page<ImprovementView> list(@RequestParam(required = false) ItemState.@Nullable Name state,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(state, cause, cursor, limit);
    }

    @PostMapping
    ImprovementView propose(@RequestBody @Valid NewImprovement body) {
        return lists.view(improvements.propose(new Proposal(body.cause().strip(), body.unit(), body.title().strip(),
                body.plan().strip(), body.ownerId(), body.due(), body.measure())));
    }

    @GetMapping("/{id}")
    ImprovementView get(@PathVariable UUID id) {
        return lists.view(id);
    }

    @PostMapping("/{id}/steps")
    ImprovementView take(@PathVariable UUID id, @RequestBody @Valid TakenStep body) {
        improvements.take(id, body.step(), body.note(), body.version());
        return lists.view(id);
    }
}
