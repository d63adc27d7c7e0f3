package io.waypost.app.chat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an app says on which device its user is told of answers while it sleeps. Whoever asks shows the socket's token. */
@RestController
@RequestMapping("/api/v1/public/chat/device")
class ChatDeviceController {

    private final ChatToken tokens;
    private final ChatDeviceStore store;
    private final VisitorLimits limits;
    private final TransactionTemplate transaction;
    private final Clock wall;

    ChatDeviceController(ChatToken tokens, ChatDeviceStore store, VisitorLimits limits,
            TransactionTemplate transaction, @Qualifier("wallClock") Clock wall) {
        this.tokens = tokens;
        this.store = store;
        this.limits = limits;
        this.transaction = transaction;
        this.wall = wall;
    }

    /** @param device as the provider of pushes knows it */
    record PushDevice(@NotBlank @Size(max = 200) String device) {

        @Override
        public String toString() {
            return "PushDevice";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@RequestHeader(ChatController.TOKEN) String token, @RequestBody @Valid PushDevice body) {
        var visitor = tokens.visitor(token);
        limits.device(visitor.toString());
        Acting.as(new Actor.Internal("chat"), () -> transaction
                .executeWithoutResult(_ -> store.put(visitor, body.device().strip(), wall.instant())));
    }

    /** The user has signed out there, or wants no more of it. */
    @PostMapping("/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestHeader(ChatController.TOKEN) String token, @RequestBody @Valid PushDevice body) {
        var visitor = tokens.visitor(token);
        Acting.as(new Actor.Internal("chat"),
                () -> transaction.executeWithoutResult(_ -> store.remove(visitor, body.device().strip())));
    }
}
