package io.waypost.app.sop;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.sop.BizType;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.Matter;
import io.waypost.core.sop.TicketKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/kinds")
class KindController {

    private final KindDesk desk;
    private final KindStore store;
    private final SopIndex index;

    KindController(KindDesk desk, KindStore store, SopIndex index) {
        this.desk = desk;
        this.store = store;
        this.index = index;
    }

    /** A kind of ticket. */
    record TicketKindView(String code, String main, String nameZh, String nameEn, BizType bizType, Matter matter,
            boolean aboutParcel, boolean endsWithMove, boolean forPeople, boolean active, int revision) {

        static TicketKindView of(KindEntry entry, int revision) {
            return new TicketKindView(entry.kind().code(), entry.kind().main().code(), entry.nameZh(), entry.nameEn(),
                    entry.bizType(), entry.matter(), entry.aboutParcel(), entry.endsWithMove(), entry.forPeople(),
                    entry.active(), revision);
        }
    }

    record NewKind(@NotNull String code, @NotBlank @Size(max = 40) String nameZh,
            @NotBlank @Size(max = 80) String nameEn,
            @NotNull BizType bizType, @NotNull Matter matter, boolean aboutParcel, boolean endsWithMove) {}

    record ChangedKind(int revision, @NotBlank @Size(max = 40) String nameZh,
            @NotBlank @Size(max = 80) String nameEn, boolean active) {}

    @GetMapping
    @Transactional(readOnly = true)
    List<TicketKindView> list() {
        var revisions = store.revisions();
        return index.kinds().all().stream()
                .map(entry -> TicketKindView.of(entry, revisions.getOrDefault(entry.kind(), 1))).toList();
    }

    @PostMapping
    @Transactional
    TicketKindView add(@RequestBody @Valid NewKind body) {
        var kind = TicketKind.read(body.code().strip()).orElseThrow(() -> Refusal.invalid("code", body.code(),
                "FORMAT", "Use one or two words in capitals, such as DELAY.TRANSPORT."));
        desk.add(new KindEntry(kind, body.nameZh().strip(), body.nameEn().strip(), body.bizType(), body.matter(),
                body.aboutParcel(), body.endsWithMove(), true, true));
        return view(kind);
    }

    @PutMapping("/{code}")
    @Transactional
    TicketKindView change(@PathVariable String code, @RequestBody @Valid ChangedKind body) {
        var kind = TicketKind.read(code).orElseThrow(() -> Refusal.notFound("kind", code));
        desk.change(kind, body.revision(), body.nameZh().strip(), body.nameEn().strip(), body.active());
        return view(kind);
    }

    private TicketKindView view(TicketKind kind) {
        return TicketKindView.of(index.kinds().entry(kind), store.revisions().getOrDefault(kind, 1));
    }
}
