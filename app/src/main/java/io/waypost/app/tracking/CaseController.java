package io.waypost.app.tracking;

import io.waypost.app.tracking.CaseDesk.Cases;
import io.waypost.app.tracking.CaseDesk.Write;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The customer's cases; whatever is done, the answer is all of them as they stand then. */
@RestController
@RequestMapping("/api/v1/public/cases")
class CaseController {

    private final CaseDesk desk;

    CaseController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<Cases> cases(@RequestBody CaseQuestion question, HttpServletRequest request) {
        return answer(desk.list(request.getRemoteAddr(), Asked.of(question.waybill(), question.phoneLast4())));
    }

    @PostMapping("/message")
    ResponseEntity<Cases> message(@RequestBody CaseMessage message, HttpServletRequest request) {
        var words = new CaseWords(message.waybill(), message.phoneLast4(), message.number(), message.text());
        var photos = message.photoIds() == null ? List.<UUID>of() : message.photoIds();
        return write(words, request, (id, text) -> desk.message(id, text, photos));
    }

    @PostMapping("/photos")
    ResponseEntity<CasePhoto> photo(@RequestParam(required = false) @Nullable String waybill,
            @RequestParam(required = false) @Nullable String phoneLast4,
            @RequestParam(required = false) @Nullable String number, @RequestParam MultipartFile file,
            HttpServletRequest request) throws IOException {
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            var id = desk.photo(request.getRemoteAddr(), Asked.of(waybill, phoneLast4), number,
                    name == null ? "" : name,
                    content);
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new CasePhoto(id));
        }
    }

    @PostMapping("/confirm")
    ResponseEntity<Cases> confirm(@RequestBody CaseWords words, HttpServletRequest request) {
        return write(words, request, desk::confirm);
    }

    @PostMapping("/dispute")
    ResponseEntity<Cases> dispute(@RequestBody CaseWords words, HttpServletRequest request) {
        return write(words, request, desk::dispute);
    }

    @PostMapping("/withdraw")
    ResponseEntity<Cases> withdraw(@RequestBody CaseWords words, HttpServletRequest request) {
        return write(words, request, desk::withdraw);
    }

    @PostMapping("/urge")
    ResponseEntity<Cases> urge(@RequestBody CaseWords words, HttpServletRequest request) {
        return write(words, request, desk::urge);
    }

    @PostMapping("/rate")
    ResponseEntity<Cases> rate(@RequestBody CaseRating rating, HttpServletRequest request) {
        var words = new CaseWords(rating.waybill(), rating.phoneLast4(), rating.number(), rating.text());
        return write(words, request, (id, text) -> desk.rate(id, rating.stars(), text));
    }

    private ResponseEntity<Cases> write(CaseWords words, HttpServletRequest request, Write write) {
        var asked = Asked.of(words.waybill(), words.phoneLast4());
        return answer(desk.write(request.getRemoteAddr(), asked, words.number(), words.text(), write));
    }

    private static ResponseEntity<Cases> answer(Cases cases) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(cases);
    }

    record CaseQuestion(@Nullable String waybill, @Nullable String phoneLast4) {}

    record CaseWords(
            @Nullable String waybill,
            @Nullable String phoneLast4,
            @Nullable String number,
            @Nullable String text) {}

    record CaseMessage(
            @Nullable String waybill,
            @Nullable String phoneLast4,
            @Nullable String number,
            @Nullable String text,
            @Nullable List<UUID> photoIds) {}

    /** A photo that was taken in, for the message that brings it. */
    record CasePhoto(UUID id) {}

    record CaseRating(
            @Nullable String waybill,
            @Nullable String phoneLast4,
            @Nullable String number,
            @Nullable Integer stars,
            @Nullable String text) {}
}
