package io.waypost.app.chat;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.chat.FileAnswer.Uploaded;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.desk.DeskTalks;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the chat of customers asks beside its socket. Whoever asks shows the socket's token; nothing is told about anybody else's. */
@RestController
@RequestMapping("/api/v1/public/chat")
class ChatController {

    /** Not {@code Authorization}, which is for partners' keys. */
    static final String TOKEN = "X-Chat-Token";
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Visitors visitors;
    private final VisitorLimits limits;
    private final ChatToken tokens;
    private final ChatFiles files;
    private final ChatEdge edge;
    private final Conversations conversations;
    private final DeskTalks desk;

    ChatController(Visitors visitors, VisitorLimits limits, ChatToken tokens, ChatFiles files, ChatEdge edge,
            Conversations conversations, DeskTalks desk) {
        this.visitors = visitors;
        this.limits = limits;
        this.tokens = tokens;
        this.files = files;
        this.edge = edge;
        this.conversations = conversations;
        this.desk = desk;
    }

    record Begin(@NotBlank @Size(max = 40) String site, @Nullable @Size(max = 200) String visitor) {}

    /** How to open the socket, and what to show until somebody answers. */
    record Begun(String token, Instant until, String socket, String name, String welcome, boolean open, String hours) {}

    record Scored(@NotNull UUID conversation, @Min(1) @Max(5) int score, @Nullable @Size(max = 500) String comment) {}

    record Left(@NotNull UUID conversation) {}

    @PostMapping("/visitors")
    Begun begin(@RequestBody @Valid Begin body, HttpServletRequest request) {
        limits.begin(request.getRemoteAddr());
        var welcomed = visitors.welcome(body.site(), body.visitor());
        var opens = welcomed.opens();
        return new Begun(welcomed.token().token(), welcomed.token().until(), edge.address(), welcomed.site().name(),
                welcomed.site().welcome(), welcomed.open(),
                opens == null ? "" : HOURS.format(opens.atZone(BEIJING)) + " 起");
    }

    @PostMapping("/files")
    Uploaded upload(@RequestHeader(TOKEN) String token, @RequestParam MultipartFile file)
            throws IOException {
        var visitor = tokens.visitor(token);
        limits.file(visitor.toString());
        var conversation = of(visitor).getFirst();
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return Uploaded.of(files.add(conversation, name == null ? "" : name, content));
        }
    }

    @GetMapping("/files/{id}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> file(@RequestHeader(TOKEN) String token, @PathVariable UUID id) {
        return FileAnswer
                .of(files.open(of(tokens.visitor(token)), id).orElseThrow(() -> Refusal.notFound("file", id)));
    }

    @PostMapping("/satisfaction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void score(@RequestHeader(TOKEN) String token, @RequestBody @Valid Scored body) {
        own(token, body.conversation());
        desk.score(body.conversation(), body.score(), body.comment());
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@RequestHeader(TOKEN) String token, @RequestBody @Valid Left body) {
        own(token, body.conversation());
        desk.leave(body.conversation());
    }

    private void own(String token, UUID conversation) {
        if (!of(tokens.visitor(token)).contains(conversation)) {
            throw Refusal.notFound("conversation", conversation);
        }
    }

    private List<UUID> of(UUID visitor) {
        return Acting.as(new Actor.Internal("chat"), () -> conversations.of(visitor)).stream().map(Conversation::id)
                .toList();
    }
}
