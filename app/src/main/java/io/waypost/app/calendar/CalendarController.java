package io.waypost.app.calendar;

import io.waypost.app.calendar.CalendarViews.CalendarDay;
import io.waypost.app.calendar.CalendarViews.CalendarLine;
import io.waypost.app.calendar.CalendarViews.CalendarVersionView;
import io.waypost.app.calendar.CalendarViews.WorkingTime;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.calendar.CalendarId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calendars")
class CalendarController {

    private final CalendarDesk desk;
    private final CalendarViews views;

    CalendarController(CalendarDesk desk, CalendarViews views) {
        this.desk = desk;
        this.views = views;
    }

    record NewCalendar(@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String code,
            @NotBlank @Size(max = 40) String nameZh, @NotBlank @Size(max = 80) String nameEn,
            @Nullable Instant effectiveFrom, @NotBlank @Size(max = 200) String source,
            @NotNull @Valid CalendarBody body) {}

    record ProposedHours(@Nullable Instant effectiveFrom, @NotBlank @Size(max = 200) String source,
            @NotNull @Valid CalendarBody body) {}

    @GetMapping
    @Transactional(readOnly = true)
    List<CalendarLine> list() {
        return views.lines();
    }

    @PostMapping
    @Transactional
    CalendarVersionView begin(@RequestBody @Valid NewCalendar body) {
        return views.view(desk.begin(body.code(), body.nameZh().strip(), body.nameEn().strip(), body.body(),
                body.effectiveFrom(), body.source().strip()));
    }

    @GetMapping("/{code}/versions")
    @Transactional(readOnly = true)
    List<CalendarVersionView> versions(@PathVariable String code) {
        return views.versions(code);
    }

    @PostMapping("/{code}/versions")
    @Transactional
    CalendarVersionView propose(@PathVariable String code, @RequestBody @Valid ProposedHours body) {
        return views.view(desk.propose(code, body.body(), body.effectiveFrom(), body.source().strip()));
    }

    @PostMapping("/{code}/versions/{version}/approve")
    @Transactional
    CalendarVersionView approve(@PathVariable String code, @PathVariable int version) {
        return views.view(desk.approve(new CalendarId(code, version)));
    }

    @PostMapping("/{code}/versions/{version}/withdraw")
    @Transactional
    CalendarVersionView withdraw(@PathVariable String code, @PathVariable int version) {
        return views.view(desk.withdraw(new CalendarId(code, version)));
    }

    /** Every day of a year by what is in force at its noon. */
    @GetMapping("/{code}/days")
    List<CalendarDay> days(@PathVariable String code, @RequestParam int year) {
        if (year < 2000 || year > 2999) {
            throw Refusal.invalid("year", year, "OUT_OF_RANGE", "Use a year from 2000 to 2999.");
        }
        return views.days(code, year);
    }

    /** When so many minutes of working time after an instant have passed. */
    @GetMapping("/{code}/working-time")
    WorkingTime workingTime(@PathVariable String code, @RequestParam Instant from, @RequestParam long minutes) {
        if (minutes < 0 || minutes > 527_040) {
            throw Refusal.invalid("minutes", minutes, "OUT_OF_RANGE", "Use 0 to 527040 minutes, a year at most.");
        }
        return views.workingTime(code, from, minutes);
    }
}
