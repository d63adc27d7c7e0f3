package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tickets/green")
class GreenController {

    private static final int TYPED = 40;

    private final UrgentPeople people;

    GreenController(UrgentPeople people) {
        this.people = people;
    }

    @GetMapping("/people")
    List<PersonRef> people(@RequestParam(required = false) @Nullable String waybill,
            @RequestParam(defaultValue = "") String q) {
        return people.find(waybill, q.length() > TYPED ? q.substring(0, TYPED) : q.strip());
    }
}
