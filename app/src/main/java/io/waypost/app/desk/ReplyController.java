package io.waypost.app.desk;

import io.waypost.app.desk.ReplyDesk.ReplyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desk/replies")
class ReplyController {

    private final ReplyDesk desk;

    ReplyController(ReplyDesk desk) {
        this.desk = desk;
    }

    /** A new one; of a unit, or one's own where none is named. */
    record NewReply(@Nullable @Size(max = 40) String unit, @NotBlank String code,
            @NotBlank @Size(max = 2000) String text, @Min(0) @Max(100_000) int position) {}

    record ChangedReply(@NotBlank String code, @NotBlank @Size(max = 2000) String text,
            @Min(0) @Max(100_000) int position, @NotNull Long version) {}

    /** What the caller may say; with {@code below}, a lead also gets those of the units below. */
    @GetMapping
    List<ReplyView> list(@RequestParam(defaultValue = "false") boolean below) {
        return below ? desk.kept() : desk.mine();
    }

    @PostMapping
    ReplyView add(@RequestBody @Valid NewReply body) {
        return desk.add(body.unit(), body.code().strip(), body.text().strip(), body.position());
    }

    @PutMapping("/{id}")
    ReplyView change(@PathVariable UUID id, @RequestBody @Valid ChangedReply body) {
        return desk.change(id, body.code().strip(), body.text().strip(), body.position(), body.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        desk.remove(id);
    }
}
