package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.search.Excerpt;
import io.waypost.app.search.Words;
import io.waypost.app.ticket.TicketSearchStore.Hit;
import io.waypost.core.scan.Codes;
import io.waypost.core.ticket.TicketNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches tickets (工单搜索) within the reader's reach: a number, a waybill or a phone by its exact index, everything else by the words that
 * people wrote.
 *
 * <p>The newest texts are looked through first, which finds common words at once. Then the indexes of the months tell, from the newest
 * back, until there are enough. Each look reads a bounded number of texts and takes a bounded time.
 */
@Component
class TicketSearch {

    /** How many of the newest texts are looked through one by one. */
    private static final int NEWEST = 2_000;
    /** How many where everybody sees all and any of those has the words: few may, because everybody writes of something else at the moment. */
    private static final int NEWEST_OF_COMMON = 10_000;
    /** How many texts one look ranks: each is a row from anywhere in a table that is larger than memory. */
    private static final int LOOKED_AT = 400;
    /** How many of the tickets are looked through that lie elsewhere. */
    private static final int SEEN_ELSEWHERE = 1_000;
    private static final int MOST = 50;
    private static final int MOST_BY_NUMBER = 50;
    private static final int LONGEST = 100;
    private static final int MILLISECONDS = 2_000;
    /** Where each look at the months ends; the last takes all that are left. */
    private static final List<Integer> MONTHS = List.of(2, 5, Integer.MAX_VALUE);

    private final TicketSearchStore store;
    private final TicketListStore lists;
    private final TicketStore tickets;
    private final Parcels parcels;
    private final TicketRows rows;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TicketSearch(TicketSearchStore store, TicketListStore lists, TicketStore tickets, Parcels parcels, TicketRows rows,
            Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.lists = lists;
        this.tickets = tickets;
        this.parcels = parcels;
        this.rows = rows;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /** How something was found. */
    enum By {
        NUMBER,
        WAYBILL,
        PHONE,
        WORDS
    }

    /**
     * What was found.
     *
     * @param complete false where there may be more: further back, or the search took too long
     */
    record Result(By by, List<Found> found, boolean complete) {}

    /** A ticket with the text that matched best; the text is missing where it was found by a number. */
    record Found(TicketRow ticket, @Nullable FoundText text) {}

    /** @param excerpt the text around what was found, in pieces */
    record FoundText(String kind, Instant at, Excerpt excerpt) {}

    Result search(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Refusal.invalid("q", text.isEmpty() ? null : text.length(), text.isEmpty() ? "MISSING" : "TOO_LONG",
                    "Write what to look for in at most %d characters.".formatted(LONGEST));
        }
        var exact = exactly(text);
        if (exact != null) {
            return exact;
        }
        var question = Words.query(text).orElseThrow(() -> Refusal.invalid("q", text, "NO_WORDS",
                "Write words, a ticket number, a waybill or a phone number."));
        return byWords(question, text);
    }

    private @Nullable Result exactly(String text) {
        var number = TicketNumber.read(text);
        return transaction.execute(_ -> {
            if (number.isPresent()) {
                return plain(By.NUMBER, lists.byNumber(number.get().text()));
            }
            var waybill = Codes.waybill(text);
            var ofParcel = waybill == null ? List.<KeptTicket>of() : tickets.ofParcel(waybill);
            if (!ofParcel.isEmpty()) {
                return plain(By.WAYBILL, ofParcel);
            }
            var byPhone = parcels.ofPhone(text, MOST_BY_NUMBER);
            return byPhone.isEmpty()
                    ? null
                    : plain(By.PHONE, lists.ofParcels(byPhone.toArray(String[]::new), MOST_BY_NUMBER));
        });
    }

    private Result plain(By by, List<KeptTicket> kept) {
        return new Result(by, kept.stream().map(ticket -> new Found(rows.of(ticket), null)).toList(),
                true);
    }

    private Result byWords(String question, String typed) {
        var scope = Acting.current().scope();
        var place = scope.isEverything() ? null : place(Acting.current());
        var now = clock.instant();
        var hits = new LinkedHashMap<UUID, Hit>();
        boolean complete;
        try {
            if (place != null) {
                keep(hits, look(() -> store.findBySight(question, scope.path(), scope.path() + "~", SEEN_ELSEWHERE)));
            }
            var newest = look(() -> store.newest(question, place, NEWEST, LOOKED_AT));
            keep(hits, newest);
            if (place == null && !newest.isEmpty() && hits.size() < MOST) {
                keep(hits, look(() -> store.newest(question, null, NEWEST_OF_COMMON, LOOKED_AT)));
            }
            int first = 0;
            for (int beyond : MONTHS) {
                if (hits.size() < MOST) {
                    int from = first;
                    keep(hits, look(() -> store.find(question, place, now, from, beyond, LOOKED_AT)));
                }
                first = beyond;
            }
            complete = hits.size() < MOST;
        } catch (QueryTimeoutException tooLong) {
            complete = false;
        }
        return new Result(By.WORDS, found(hits, typed), complete);
    }

    private List<Hit> look(Supplier<List<Hit>> look) {
        var hits = transaction.execute(_ -> {
            store.within(MILLISECONDS);
            return look.get();
        });
        return hits == null ? List.of() : hits;
    }

    /** The best text of each ticket. */
    private static void keep(Map<UUID, Hit> kept, List<Hit> hits) {
        hits.forEach(hit -> kept.merge(hit.ticketId(), hit,
                (one, other) -> one.rank() >= other.rank() ? one : other));
    }

    /** The best of them with their texts, which are read for these only. */
    private List<Found> found(Map<UUID, Hit> hits, String typed) {
        var best = hits.values().stream()
                .sorted(Comparator.comparingDouble(Hit::rank).reversed()
                        .thenComparing(Hit::at, Comparator.reverseOrder()))
                .limit(MOST).toList();
        var found = transaction.execute(_ -> {
            var byId = lists.byIds(best.stream().map(Hit::ticketId).toArray(UUID[]::new)).stream()
                    .collect(Collectors.toMap(KeptTicket::id, ticket -> ticket));
            var texts = store.texts(best.stream().map(Hit::id).toList());
            return best.stream().<Found>mapMulti((hit, next) -> {
                var ticket = byId.get(hit.ticketId());
                if (ticket != null) {
                    next.accept(new Found(rows.of(ticket), new FoundText(hit.kind(), hit.at(),
                            Excerpt.of(texts.getOrDefault(hit.id(), ""), typed))));
                }
            }).toList();
        });
        return found == null ? List.of() : found;
    }

    /** The code of the unit that the reader's scope is, as it stands in the tags of texts. */
    private static String place(Actor actor) {
        var path = actor.scope().path();
        return path.length() < 3 ? "" : path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }
}
