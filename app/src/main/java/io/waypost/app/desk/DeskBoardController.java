package io.waypost.app.desk;

import io.waypost.app.desk.DeskBoard.BoardCustomers;
import io.waypost.app.desk.DeskBoard.BoardView;
import io.waypost.app.desk.DeskQuality.DeskQualityView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeskBoardController {

    private final DeskBoard board;
    private final DeskQuality quality;

    DeskBoardController(DeskBoard board, DeskQuality quality) {
        this.board = board;
        this.quality = quality;
    }

    @GetMapping("/api/v1/desk/board")
    BoardView board(@RequestParam(defaultValue = "ALL") BoardCustomers customers) {
        return board.board(customers);
    }

    @GetMapping("/api/v1/desk/board/quality")
    DeskQualityView quality() {
        return quality.seen();
    }
}
