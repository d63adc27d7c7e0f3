package io.waypost.app.testing;

import io.waypost.app.identity.NewPerson;
import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.network.Network;
import io.waypost.app.network.Units;
import io.waypost.core.identity.Role;
import io.waypost.core.network.UnitDraft;
import io.waypost.core.network.UnitKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A small network to test in, the same in every test: two regions with a province, a city, a hub and two outlets each.
 *
 * <p>A bean of the test context: take it as a constructor parameter of the test. South is one's own in most tests, north is
 * foreign. A test that needs an empty platform sets {@code waypost.testing.organisation=false}.
 */
@Component
@ConditionalOnProperty(name = "waypost.testing.organisation", matchIfMissing = true)
public class Organisation {

    /** Everybody's password. */
    public static final String PASSWORD = "four tigers went uphill";

    public static final String HEADQUARTERS = "HQ";
    public static final String SOUTH = "R05";
    public static final String GUANGZHOU = "C4401";
    public static final String TIANHE = "O440106-001";
    public static final String HAIZHU = "O440105-001";
    public static final String NORTH = "R01";
    public static final String BEIJING = "C1101";
    public static final String DONGCHENG = "O110101-001";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Network network;
    private final People people;

    Organisation(Network network, Units units, People people) {
        this.network = network;
        this.people = people;
        var tree = new ArrayList<>(List.of(unit("HQ", "总部", UnitKind.HEADQUARTERS, null, null)));
        tree.addAll(region("R05", "华南大区", "44", "01", List.of("440106", "440105")));
        tree.addAll(region("R01", "华北大区", "11", "01", List.of("110101", "110102")));
        var report = Acting.as(new Actor.Internal("test"), () -> units.put(tree));
        if (!report.errors().isEmpty()) {
            throw new IllegalStateException("The organisation of the tests is wrong: " + report.errors());
        }
    }

    /** The path of a unit. */
    public String path(String unitCode) {
        return network.unit(unitCode).orElseThrow().path();
    }

    /** Adds somebody new with that role; their user name is {@code name()} of the reference. */
    public PersonRef person(Role role, String unitCode) {
        return people(Set.of(role), unitCode, false);
    }

    /** Adds somebody new. */
    public PersonRef people(Set<Role> roles, String unitCode, boolean mustChangePassword) {
        var username = "t%d-%s".formatted(NUMBER.incrementAndGet(), UUID.randomUUID().toString().substring(0, 8));
        return add(new NewPerson(username, username, "13800%06d".formatted(NUMBER.get()), roles, unitCode, PASSWORD,
                mustChangePassword));
    }

    /** Adds somebody as the platform. */
    public PersonRef add(NewPerson person) {
        return Acting.as(new Actor.Internal("test"), () -> people.add(List.of(person))).getFirst();
    }

    /** Somebody who is in no table, to act as inside the platform. */
    public Actor.Person actor(String unitCode, Permission... permissions) {
        return new Actor.Person(UUID.randomUUID(), "tester", "tester", unitCode, path(unitCode), Set.of(permissions));
    }

    private static Collection<UnitDraft> region(String code, String name, String province, String city,
            List<String> districts) {
        var cityCode = province + city;
        var tree = new ArrayList<>(List.of(
                unit(code, name, UnitKind.REGION, "HQ", null),
                unit("P" + province, "省公司" + province, UnitKind.PROVINCE, code, province + "0000"),
                unit("C" + cityCode, "城市公司" + cityCode, UnitKind.CITY, "P" + province, cityCode + "00"),
                unit("H" + cityCode, "转运中心" + cityCode, UnitKind.HUB, "C" + cityCode, cityCode + "00")));
        districts.forEach(district -> tree.add(
                unit("O" + district + "-001", "网点" + district, UnitKind.OUTLET, "C" + cityCode, district)));
        return tree;
    }

    private static UnitDraft unit(String code, String name, UnitKind kind, @Nullable String parent,
            @Nullable String division) {
        return new UnitDraft(code, name, kind, parent, division, null, null, null, null, null, true);
    }
}
