package io.waypost.app.export;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.export.ExportJob.State;
import io.waypost.app.export.ExportSource.Column;
import io.waypost.app.export.ExportStore.Order;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders for exports, tells how they stand, and hands the files out. */
@Service
class Exports {

    private static final int SHOWN = 50;
    private static final int LONGEST_TITLE = 60;

    private final ExportSources sources;
    private final ExportStore store;
    private final ExportFiles files;
    private final ExportSettings settings;
    private final ExportRunner runner;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final Clock clock;
    private final Clock wall;

    Exports(ExportSources sources, ExportStore store, ExportFiles files, ExportSettings settings, ExportRunner runner,
            AuditTrail audit, LiveFeed live, Clock clock, @Qualifier("wallClock") Clock wall) {
        this.sources = sources;
        this.store = store;
        this.files = files;
        this.settings = settings;
        this.runner = runner;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
        this.wall = wall;
    }

    /** A file and the name to save it under. */
    record Download(Path path, String name) {}

    @Transactional
    ExportJob order(String list, Map<String, String> query, @Nullable List<String> columns, @Nullable String title,
            Locale locale) {
        if (!(Acting.current() instanceof Actor.Person person)) {
            throw Refusal.forbidden("PEOPLE_ONLY", "Exports are made for people; programs read the list itself.");
        }
        var source = sources.require(list, person);
        if (store.openOf(person.id()) >= settings.openPerPerson()) {
            throw Refusal.conflict("TOO_MANY_EXPORTS",
                    "At most %d exports of one person wait or run.".formatted(settings.openPerPerson()));
        }
        long rows = source.count(query, settings.mostRows() + 1);
        if (rows > settings.mostRows()) {
            throw Refusal.invalid("query", null, "TOO_MANY_ROWS",
                    "An export may have %d rows; narrow the list.".formatted(settings.mostRows()));
        }
        var chosen = chosen(source.columns(locale), columns);
        var now = clock.instant();
        var job = new ExportJob(Ids.next(now), list, shortened(title == null ? list : title), State.QUEUED, rows, 0,
                null,
                now, null, null, new PersonRef(person.id(), person.name()));
        store.insert(job, new Order(list, job.title(), locale, query, chosen, person.scope().path()), wall.instant());
        audit.record("EXPORT_ORDERED", "EXPORT", job.id().toString(), person.scope().path(),
                Map.of("list", list, "rows", rows, "query", query));
        runner.wakeAfterCommit();
        return job;
    }

    @Transactional(readOnly = true)
    List<ExportJob> own() {
        return Acting.current() instanceof Actor.Person person ? store.newestOf(person.id(), SHOWN) : List.of();
    }

    @Transactional(readOnly = true)
    ExportJob get(UUID id) {
        var job = store.find(id).orElseThrow(() -> Refusal.notFound("export", id));
        sources.require(job.list(), Acting.current());
        return job;
    }

    @Transactional
    ExportJob cancel(UUID id) {
        var job = get(id);
        if (!store.cancel(id, clock.instant())) {
            throw Refusal.conflict("NOT_RUNNING", "The export %s is %s.".formatted(id, job.state()));
        }
        audit.record("EXPORT_CANCELLED", "EXPORT", id.toString(), Acting.current().scope().path(),
                Map.of("list", job.list()));
        live.tellPerson(job.by().id(), "export", Map.of("id", id.toString()));
        return get(id);
    }

    @Transactional
    Download fetch(UUID id) {
        var job = get(id);
        var ready = store.ready(id).orElseThrow(
                () -> Refusal.conflict("NOT_READY", "The export %s is %s.".formatted(id, job.state())));
        var path = files.path(ready.file());
        if (!Files.isReadable(path)) {
            throw Refusal.of(HttpStatus.GONE, "FILE_GONE",
                    "The file of the export %s is not on this node.".formatted(id));
        }
        audit.record("EXPORT_FETCHED", "EXPORT", id.toString(), Acting.current().scope().path(),
                Map.of("list", job.list(), "rows", job.rowsDone()));
        return new Download(path, job.title() + ".xlsx");
    }

    private static List<String> chosen(List<Column> known, @Nullable List<String> asked) {
        var all = known.stream().map(Column::key).toList();
        if (asked == null || asked.isEmpty()) {
            return all;
        }
        var chosen = new ArrayList<String>();
        for (int i = 0; i < asked.size(); i++) {
            if (!all.contains(asked.get(i))) {
                throw Refusal.invalid("columns[%d]".formatted(i), asked.get(i), "UNKNOWN",
                        "One of: %s.".formatted(String.join(", ", all)));
            }
            if (!chosen.contains(asked.get(i))) {
                chosen.add(asked.get(i));
            }
        }
        return chosen;
    }

    private static String shortened(String title) {
        var plain = title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", " ").strip();
        return plain.isEmpty() ? "export" : plain.length() <= LONGEST_TITLE ? plain : plain.substring(0, LONGEST_TITLE);
    }
}
