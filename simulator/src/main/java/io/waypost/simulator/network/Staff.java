package io.waypost.simulator.network;

import io.waypost.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The staff of the demo part of a network: the centre at headquarters, a manager in each region, a duty person (值班员) in
  * each province and hub, and clerks in the outlets of some cities. All other units are answered for by those above them.
 *
 * <p>Five of them have short names to sign in with: agent, lead, hq, region and outlet.
 */
public final class Staff {

    /** The outlet whose clerk signs in as "outlet" (天河车陂网点). */
    public static final String SHOWCASE = "O440106-003";

    /** The region whose manager signs in as "region" (华南大区). */
    private static final String SHOWCASE_REGION = "R05";

    private static final List<String> EVERYTHING = List.of("ALL");

    /** Cities whose outlets have a clerk of their own. */
    private static final Set<String> STAFFED_CITIES = Set.of("440100", "440300", "330100", "510100");

    private final long seed;

    private final List<Person> people = new ArrayList<>();

    private Staff(long seed) {
        this.seed = seed;
    }

    /** All people of the demo; the same seed gives the same people. */
    public static List<Person> of(Network network, long seed) {
        Staff staff = new Staff(seed);
        staff.headquarters();
        for (Unit unit : network.units()) {
            staff.dutyOf(unit);
        }
        return List.copyOf(staff.people);
    }

    private void headquarters() {
        hire("agent", "AGENT", "HQ", List.of());
        for (int i = 2; i <= 8; i++) {
            hire("agent%02d".formatted(i), "AGENT", "HQ", List.of());
        }
        hire("lead", "TEAM_LEAD", "HQ", List.of());
        hire("lead02", "TEAM_LEAD", "HQ", List.of());
        hire("dispatcher", "DISPATCHER", "HQ", List.of());
        hire("hq", "HEADQUARTERS_MANAGER", "HQ", EVERYTHING);
    }

    private void dutyOf(Unit unit) {
        String code = unit.code().toLowerCase(Locale.ROOT);
        switch (unit.kind()) {
            case REGION -> hire(unit.code().equals(SHOWCASE_REGION) ? "region" : code + ".manager", "REGION_MANAGER",
                    unit.code(), EVERYTHING);
            case PROVINCE -> hire(code + ".duty", "OUTLET_CLERK", unit.code(), EVERYTHING);
            case HUB -> hire(code + ".duty", "OUTLET_CLERK", unit.code(), EVERYTHING);
            case OUTLET -> {
                if (STAFFED_CITIES.contains(unit.division().substring(0, 4) + "00")) {
                    hire(unit.code().equals(SHOWCASE) ? "outlet" : code, "OUTLET_CLERK", unit.code(), EVERYTHING);
                }
            }
            case HEADQUARTERS -> {
            }
            case CITY -> {
            }
        }
    }

    private void hire(String username, String role, String unit, List<String> dutyFor) {
        Dice dice = Dice.of(seed, Luck.STAFF, username.hashCode());
        people.add(new Person(username, PersonNames.draw(dice), Phones.draw(dice), List.of(role), unit, dutyFor));
    }
}
