package io.waypost.app.view;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The lists that views are kept of. */
@Component
class ViewSources {

    private final ObjectProvider<ViewSource> sources;

    ViewSources(ObjectProvider<ViewSource> sources) {
        this.sources = sources;
    }

    /** The list of that name, if the actor may look at it. */
    ViewSource require(String list, Actor actor) {
        Map<String, ViewSource> byName = new TreeMap<>();
        sources.forEach(source -> byName.put(source.list(), source));
        var source = byName.get(list);
        if (source == null) {
            throw Refusal.invalid("list", list, "UNKNOWN", "One of: %s.".formatted(String.join(", ", byName.keySet())));
        }
        if (!actor.may(source.permission())) {
            throw Refusal.forbidden("FORBIDDEN",
                    "The list %s asks for %s.".formatted(list, source.permission().code()));
        }
        return source;
    }
}
