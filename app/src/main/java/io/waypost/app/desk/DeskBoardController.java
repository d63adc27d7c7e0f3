package io.waypost.app.desk;

import io.waypost.app.desk.DeskBoard.BoardView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeskBoardController {

    private final DeskBoard board;

    DeskBoardController(DeskBoard board) {
        this.board = board;
    }

    @GetMapping("/api/v1/desk/board")
    BoardView board() {
        return board.board();
    }
}
