package io.waypost.app.desk;

import io.waypost.app.desk.PolicyViews.PolicyList;
import io.waypost.app.desk.PolicyViews.PolicyView;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desk/policies")
class PolicyController {

    /** The most versions of a list. */
    private static final int MOST = 100;
    private static final int LONGEST = 1_000;

    private final PolicyDesk desk;
    private final PolicyTrials trials;
    private final PolicyViews views;
    private final SentenceTry sentences;
    private final Network network;

    PolicyController(PolicyDesk desk, PolicyTrials trials, PolicyViews views, SentenceTry sentences, Network network) {
        this.desk = desk;
        this.trials = trials;
        this.views = views;
        this.sentences = sentences;
        this.network = network;
    }

    record PolicyBegin(@Nullable Integer from, @NotNull String note) {}

    record PolicySave(int revision, @NotNull String note, @NotNull @Valid PolicyBody body) {}

    record PolicyForce(int revision, @Nullable String note) {}

    record PolicyDrop(int revision, @NotNull String reason) {}

    /** What a customer might write; by a body that is not saved yet, by that version, or by what is in force. */
    record SentenceBody(@NotNull String text, @Nullable Integer version, @Nullable @Valid PolicyBody body) {}

    @GetMapping
    PolicyList list() {
        return views.list(MOST);
    }

    @GetMapping("/{version}")
    PolicyView version(@PathVariable int version) {
        return views.view(desk.kept(version));
    }

    @PostMapping
    PolicyView begin(@RequestBody @Valid PolicyBegin body) {
        return version(desk.begin(body.from(), body.note()));
    }

    @PutMapping("/{version}")
    PolicyView save(@PathVariable int version, @RequestBody @Valid PolicySave body) {
        desk.save(version, body.revision(), body.body(), body.note());
        return version(version);
    }

    @PostMapping("/{version}/trial")
    PolicyView tryOut(@PathVariable int version) {
        trials.ask(version);
        return version(version);
    }

    @PostMapping("/{version}/force")
    PolicyView force(@PathVariable int version, @RequestBody @Valid PolicyForce body) {
        desk.force(version, body.revision(), body.note());
        return version(version);
    }

    @PostMapping("/{version}/drop")
    PolicyView drop(@PathVariable int version, @RequestBody @Valid PolicyDrop body) {
        desk.drop(version, body.revision(), body.reason());
        return version(version);
    }

    @PostMapping("/try")
    SentenceTry.SentenceView tryText(@RequestBody @Valid SentenceBody body) {
        if (body.text().length() > LONGEST) {
            throw Refusal.invalid("text", body.text().length(), "LENGTH",
                    "Write at most %d characters.".formatted(LONGEST));
        }
        var written = body.body();
        var version = body.version();
        if (written != null) {
            PolicyCheck.require(written, network);
            return sentences.say(version == null ? 0 : version, written, body.text());
        }
        return version == null
                ? sentences.say(body.text())
                : sentences.say(version, desk.kept(version).body(), body.text());
    }
}
