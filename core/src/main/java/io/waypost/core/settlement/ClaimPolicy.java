package io.waypost.core.settlement;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may grant how much, what is paid at once, and by when (理赔权限与时限): the business's own rules beside the standard, in the same versions.
 * Amounts in fen.
 *
 * @param quickFen up to how much is paid at once (小额快赔); 20,000 in the business's own rule
 * @param officerFen up to how much an examiner says yes alone
 * @param leadFen the same of a team lead
 * @param regionFen the same of a region
 * @param headquartersFen the same of headquarters; the most of all
 * @param exposureDays what the same claimant, payee or parcel was granted in so many days counts together
 * @param quickHours by when a quick claim is paid after it was handed in with its evidence
 * @param examineHours by when any other is examined
 * @param approveHours by when a second person has looked at it
 * @param evidenceDays how long the claimant has for evidence that was asked for
 * @param payDays by when the money has arrived after they agreed; GB/T 27917 says 7
 */
public record ClaimPolicy(
        long quickFen,
        long officerFen,
        long leadFen,
        long regionFen,
        long headquartersFen,
        int exposureDays,
        int quickHours,
        int examineHours,
        int approveHours,
        int evidenceDays,
        int payDays) {

    /** The packaged one: 200 yuan at once and within 24 hours [biz]; the tiers are an example. */
    public static final ClaimPolicy DEFAULT = new ClaimPolicy(20_000, 20_000, 100_000, 500_000, 3_000_000, 30, 24, 48,
            24, 14, 7);

    private static final long MOST = 1_000_000_000;

    /**
     * Something that is wrong with it.
     *
     * @param field as in the JSON
     */
    public record Flaw(String field, long value, String message) {}

    /** Everything that is wrong with it; nothing where it may count. */
    public List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        within(flaws, "quickFen", quickFen, 0, MOST);
        within(flaws, "officerFen", officerFen, 0, MOST);
        within(flaws, "leadFen", leadFen, officerFen, MOST);
        within(flaws, "regionFen", regionFen, leadFen, MOST);
        within(flaws, "headquartersFen", headquartersFen, regionFen, MOST);
        within(flaws, "exposureDays", exposureDays, 1, 366);
        within(flaws, "quickHours", quickHours, 1, 24 * 7);
        within(flaws, "examineHours", examineHours, 1, 24 * 30);
        within(flaws, "approveHours", approveHours, 1, 24 * 30);
        within(flaws, "evidenceDays", evidenceDays, 1, 60);
        within(flaws, "payDays", payDays, 1, 30);
        return flaws;
    }

    private static void within(List<Flaw> flaws, String field, long value, long least, long most) {
        if (value < least || value > most) {
            flaws.add(new Flaw(field, value, "Between %d and %d.".formatted(least, most)));
        }
    }
}
