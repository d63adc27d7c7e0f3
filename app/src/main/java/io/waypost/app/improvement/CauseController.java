package io.waypost.app.improvement;

import io.waypost.app.improvement.CauseFigures.CausePlaces;
import io.waypost.app.improvement.CauseFigures.CauseTable;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.improvement.Cause;
import io.waypost.core.improvement.Department;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/causes")
class CauseController {

    private final Causes causes;
    private final CauseStore store;
    private final CauseFigures figures;

    CauseController(Causes causes, CauseStore store, CauseFigures figures) {
        this.causes = causes;
        this.store = store;
        this.figures = figures;
    }

    /** A root cause; {@code main} is the code of its first level. */
    record CauseView(String code, String main, String nameZh, String nameEn, Department department, boolean active,
            int revision) {

        static CauseView of(KeptCause kept) {
            var cause = kept.cause();
            return new CauseView(cause.code(), cause.main(), cause.nameZh(), cause.nameEn(), cause.department(),
                    cause.active(), kept.revision());
        }
    }

    record NewCause(@NotNull String code, @NotBlank @Size(max = 40) String nameZh,
            @NotBlank @Size(max = 80) String nameEn, @NotNull Department department) {}

    record ChangedCause(int revision, @NotBlank @Size(max = 40) String nameZh,
            @NotBlank @Size(max = 80) String nameEn, @NotNull Department department, boolean active) {}

    @GetMapping
    List<CauseView> list() {
        return store.all().stream().map(CauseView::of).toList();
    }

    @PostMapping
    CauseView add(@RequestBody @Valid NewCause body) {
        var code = body.code().strip();
        if (!Cause.wellFormed(code)) {
            throw Refusal.invalid("code", code, "FORMAT",
                    "Use one or two words in capitals, such as TRANSIT.BACKLOG.");
        }
        return CauseView.of(causes.add(new Cause(code, body.nameZh().strip(), body.nameEn().strip(),
                body.department(), true)));
    }

    @PutMapping("/{code}")
    CauseView change(@PathVariable String code, @RequestBody @Valid ChangedCause body) {
        return CauseView.of(causes.change(code, body.revision(), body.nameZh().strip(), body.nameEn().strip(),
                body.department(), body.active()));
    }

    @GetMapping("/figures")
    CauseTable figures(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Department department) {
        return figures.of(unit, department);
    }

    @GetMapping("/{code}/places")
    CausePlaces places(@PathVariable String code, @RequestParam(required = false) @Nullable String unit) {
        return figures.places(code, unit);
    }
}
