package io.waypost.app.conversation;

import io.waypost.app.conversation.Customers.CustomerView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    private final CustomerDesk customers;

    CustomerController(CustomerDesk customers) {
        this.customers = customers;
    }

    record MergeBody(@NotNull UUID other) {}

    /** Two customers taken together, and how to take them apart again. */
    record MergeView(UUID merge, CustomerView customer) {}

    @GetMapping("/{id}")
    CustomerView get(@PathVariable UUID id) {
        return customers.seen(id);
    }

    @PostMapping("/{id}/merge")
    MergeView merge(@PathVariable UUID id, @RequestBody @Valid MergeBody body) {
        var merge = customers.merge(id, body.other());
        return new MergeView(merge, get(id));
    }

    @PostMapping("/merges/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id) {
        customers.undo(id);
    }
}
