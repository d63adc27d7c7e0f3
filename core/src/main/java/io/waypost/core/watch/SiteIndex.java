package io.waypost.core.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sites of the network as small numbers, so that a parcel's state needs no text. A number is given once and never again; 0 is no
 * site. Whoever feeds it in the same order gets the same numbers. Not safe for threads.
 */
public final class SiteIndex {

    /** No site. */
    public static final int NONE = 0;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();
    /** Those that are outlets, asked with every other scan: some hundred bytes that stay near instead of a record each. */
    private final BitSet outlets = new BitSet();

    public SiteIndex() {
        sites.add(new Site("", false, null));
    }

    /**
     * What is known of a site.
     *
     * @param outlet whether parcels go from here to their receivers
     * @param division code of the division that it lies in; null where it is not known
     */
    public record Site(String code, boolean outlet, @Nullable String division) {}

    /** The number of the site, a new one if it was never seen. */
    public int number(String code) {
        var known = numbers.putIfAbsent(code, sites.size());
        if (known != null) {
            return known;
        }
        sites.add(new Site(code, false, null));
        return sites.size() - 1;
    }

    /** Says what is known of a site; gives back its number. */
    public int describe(Site site) {
        int number = number(site.code());
        sites.set(number, site);
        outlets.set(number, site.outlet());
        return number;
    }

    /** The site of that number. */
    public Site site(int number) {
        return sites.get(number);
    }

    /** Whether parcels go from the site of that number to their receivers. */
    public boolean outlet(int number) {
        return outlets.get(number);
    }

    /** How many numbers have been given, that of no site included. */
    public int size() {
        return sites.size();
    }
}
