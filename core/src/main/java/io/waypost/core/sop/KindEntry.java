package io.waypost.core.sop;

/**
 * A kind of ticket as the catalogue lists it (工单类型条目).
 *
 * @param nameZh its name on Chinese pages
 * @param nameEn its name on English pages
 * @param aboutParcel whether it needs a waybill
 * @param endsWithMove whether a valid scan settles it by itself
 * @param forPeople whether people may choose it; the platform alone opens the others
 * @param active whether it may be chosen for new tickets; those that are open keep it
 */
public record KindEntry(
        TicketKind kind,
        String nameZh,
        String nameEn,
        BizType bizType,
        Matter matter,
        boolean aboutParcel,
        boolean endsWithMove,
        boolean forPeople,
        boolean active) {

    public KindEntry {
        if (nameZh.isBlank() || nameEn.isBlank()) {
            throw new IllegalArgumentException("The kind %s has no name.".formatted(kind));
        }
    }

    /** Whether the law's period for complaints runs on it. */
    public boolean statutory() {
        return bizType == BizType.COMPLAINT;
    }
}
