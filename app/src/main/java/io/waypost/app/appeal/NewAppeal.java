package io.waypost.app.appeal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the authority wrote, as it is typed in or stands in a file.
 *
 * @param jurisdiction GB/T 2260 code of the province whose law applies; null: the one that the office is named after, else the nation's
 * @param category by its code or in Chinese
 * @param reason by its code or in Chinese; null where the authority names none
 * @param unit who answers; null: the region where the parcel goes, as far as the caller reaches it
 * @param complainantRole SENDER, RECIPIENT, or OTHER
 */
record NewAppeal(
        @Nullable String authorityNumber,
        @Nullable String office,
        @Nullable String jurisdiction,
        @Nullable String category,
        @Nullable String reason,
        @Nullable String waybill,
        @Nullable String complainantRole,
        @Nullable String complainantName,
        @Nullable String complainantPhone,
        @Nullable String content,
        @Nullable String request,
        @Nullable LocalDate appealedOn,
        @Nullable LocalDate forwardedOn,
        @Nullable String unit) {}
