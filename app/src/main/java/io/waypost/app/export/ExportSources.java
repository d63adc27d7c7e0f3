package io.waypost.app.export;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The lists that features offer. */
@Component
class ExportSources {

    private final ObjectProvider<ExportSource> sources;

    /** Asked for late: a list may lean on features that lean on this one. */
    ExportSources(ObjectProvider<ExportSource> sources) {
        this.sources = sources;
    }

    Optional<ExportSource> find(String list) {
        return Optional.ofNullable(byName().get(list));
    }

    /** The list of that name, if the actor may read it. */
    ExportSource require(String list, Actor actor) {
        var source = find(list).orElseThrow(() -> Refusal.invalid("list", list, "UNKNOWN",
                "One of: %s.".formatted(String.join(", ", byName().keySet()))));
        if (!actor.may(source.permission())) {
            throw Refusal.forbidden("FORBIDDEN",
                    "Exporting %s asks for %s.".formatted(list, source.permission().code()));
        }
        return source;
    }

    private Map<String, ExportSource> byName() {
        var byName = new TreeMap<String, ExportSource>();
        sources.forEach(source -> byName.put(source.list(), source));
        return byName;
    }
}
