package io.waypost.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A place in a list comes back as it was given, and nothing else does")
class CursorTest {

    @Test
    void whatWasGivenIsReadAgain() {
        var at = Instant.parse("2026-11-29T01:02:03.000004Z");
        var id = UUID.randomUUID();
        var cursor = Cursor.of(at, id);
        var parts = Cursor.read(cursor, 2);
        assertThat(Cursor.value(parts.getFirst(), Instant::parse, cursor)).isEqualTo(at);
        assertThat(Cursor.value(parts.getLast(), UUID::fromString, cursor)).isEqualTo(id);
        assertThat(Cursor.read(null, 2)).isEmpty();
    }

    @Test
    void whatWasChangedIsRefused() {
        assertThatThrownBy(() -> Cursor.read("not a cursor", 2)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Cursor.read(Cursor.of("one"), 2)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Cursor.value("yesterday", Instant::parse, "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Cursor.value("7", UUID::fromString, "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Cursor.value("many", Integer::valueOf, "x")).isInstanceOf(Refusal.class);
    }
}
