package io.waypost.app.insight;

import io.waypost.app.insight.NetworkBoard.FreshnessRow;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The picture is taken as the platform; who may look at which part of it is checked here. */
@RestController
@RequestMapping("/api/v1/boards")
class BoardController {

    private final Pictures pictures;
    private final Boards boards;
    private final Network network;

    BoardController(Pictures pictures, Boards boards, Network network) {
        this.pictures = pictures;
        this.boards = boards;
        this.network = network;
    }

    @GetMapping("/network")
    NetworkBoard network(@RequestParam(required = false) @Nullable String unit) {
        return boards.of(reachable(unit), pictures.current());
    }

    @GetMapping("/freshness")
    FreshnessList freshness(@RequestParam(required = false) @Nullable String unit) {
        return new FreshnessList(boards.freshness(reachable(unit), pictures.current()));
    }

    private Unit reachable(@Nullable String asked) {
        var actor = Acting.current();
        var code = asked == null || asked.isBlank() ? own(actor) : asked;
        return network.unit(code)
                .filter(unit -> actor.scope().reaches(unit.path()))
                .orElseThrow(() -> Refusal.notFound("unit", code));
    }

    private String own(Actor actor) {
        return actor instanceof Actor.Person person
                ? person.unitCode()
                : network.headquarters().map(Unit::code).orElse("");
    }

    record FreshnessList(List<FreshnessRow> items) {}
}
