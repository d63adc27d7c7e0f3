package io.waypost.app.insight;

import io.waypost.app.insight.NetworkBoard.FreshnessRow;
import io.waypost.app.network.Network;
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
        return boards.of(network.reached(unit), pictures.current());
    }

    @GetMapping("/freshness")
    FreshnessList freshness(@RequestParam(required = false) @Nullable String unit) {
        return new FreshnessList(boards.freshness(network.reached(unit), pictures.current()));
    }

    record FreshnessList(List<FreshnessRow> items) {}
}
