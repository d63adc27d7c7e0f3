package io.waypost.app.sop;

import io.waypost.core.sop.StageCourse;
import io.waypost.core.sop.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A history that a test fills. */
@Component
@Primary
@ConditionalOnProperty(name = "waypost.testing.sop-history", matchIfMissing = true)
class TestHistory implements SopHistory {

    final List<StageCourse> courses = new CopyOnWriteArrayList<>();

    @Override
    public long count(Set<TicketKind> kinds, Instant from, Instant until) {
        return about(kinds, from, until).size();
    }

    @Override
    public Piece read(Set<TicketKind> kinds, Instant from, Instant until, String place, int atMost) {
        var all = about(kinds, from, until);
        int begin = place.isEmpty() ? 0 : Integer.parseInt(place);
        int end = Math.min(all.size(), begin + atMost);
        return new Piece(all.subList(begin, end), end < all.size() ? String.valueOf(end) : "");
    }

    private List<StageCourse> about(Set<TicketKind> kinds, Instant from, Instant until) {
        return courses.stream()
                .filter(course -> kinds.contains(course.kind()))
                .filter(course -> !course.events().getFirst().at().isBefore(from)
                        && course.events().getFirst().at().isBefore(until))
                .toList();
    }
}
