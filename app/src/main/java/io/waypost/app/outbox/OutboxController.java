package io.waypost.app.outbox;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.outbox.MessageStore.Shown;
import io.waypost.core.outbox.MessageState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/outbox")
class OutboxController {

    private final MessageStore store;

    OutboxController(MessageStore store) {
        this.store = store;
    }

    @GetMapping
    @Transactional(readOnly = true)
    List<Shown> list(@RequestParam(required = false) @Nullable MessageState state) {
        headquartersOnly();
        return store.list(state, Page.MOST);
    }

    /** Messages carry no unit: whoever sees one sees those of the whole network. */
    static void headquartersOnly() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Messages to everybody are shown to the headquarters.");
        }
    }
}
