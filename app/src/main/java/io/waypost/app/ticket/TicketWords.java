package io.waypost.app.ticket;

import io.waypost.app.search.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what people write on tickets into the text index, inside the transaction that keeps the text. */
@Component
class TicketWords {

    private final TicketSearchStore store;

    TicketWords(TicketSearchStore store) {
        this.store = store;
    }

    /**
     * A text of a ticket.
     *
     * @param id of the row that the text stands in: the same text a second time changes nothing
     * @param kind which sort of text, such as {@code NOTED} or {@code ANSWER}
     */
    record Text(UUID id, UUID ticketId, String kind, Instant at, @Nullable String text) {}

    /** Indexes texts; those without words are left out. */
    void index(Collection<Text> texts) {
        var rows = texts.stream()
                .filter(text -> text.text() != null && !text.text().isBlank())
                .map(text -> new TicketSearchStore.Row(text.id(), text.ticketId(), text.kind(), text.at(),
                        Words.vector(text.text())))
                .filter(row -> !row.words().isEmpty())
                .toList();
        if (!rows.isEmpty()) {
            store.add(rows);
        }
    }

    void index(Text text) {
        index(List.of(text));
    }
}
