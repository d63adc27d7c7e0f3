package io.waypost.app.demo;

import io.waypost.app.identity.NewPerson;
import io.waypost.app.identity.Partners;
import io.waypost.app.identity.People;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Secrets;
import io.waypost.app.network.Network;
import io.waypost.app.network.Units;
import io.waypost.core.identity.Role;
import io.waypost.core.network.UnitDraft;
import io.waypost.core.network.UnitKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * At the first start of a demonstration: the headquarters, an administrator, the visitors' password and the key of the
 * simulated network, each made for this data folder alone.
 */
@Component
@ConditionalOnProperty(name = "waypost.mode", havingValue = "DEMO")
class DemoAccounts {

    private static final String HEADQUARTERS = "HQ";
    private static final int CALLS_A_MINUTE = 1_000_000;

    private final Secrets secrets;
    private final Network network;
    private final Units units;
    private final People people;
    private final Partners partners;

    DemoAccounts(Secrets secrets, Network network, Units units, People people, Partners partners) {
        this.secrets = secrets;
        this.network = network;
        this.units = units;
        this.people = people;
        this.partners = partners;
    }

    /** Before anybody is told that the platform is ready. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void make() {
        Acting.as(new Actor.Internal("demonstration"), this::makeWhatIsMissing);
    }

    private void makeWhatIsMissing() {
        if (network.headquarters().isEmpty()) {
            units.put(
                    List.of(new UnitDraft(HEADQUARTERS, "总部", UnitKind.HEADQUARTERS, null, null, null, null, null, null,
                            null, true)));
        }
        if (people.nobody()) {
            var password = secrets.keep("demo.password", secrets::words);
            people.add(List.of(new NewPerson("admin", "演示管理员", null, Set.of(Role.ADMINISTRATOR), HEADQUARTERS, password,
                    false)));
        }
        secrets.keep("simulator.key", this::issueKey);
    }

    private String issueKey() {
        var everything = EnumSet.allOf(Permission.class);
        everything.remove(Permission.SELF);
        return partners.issue("模拟网络", everything, HEADQUARTERS, CALLS_A_MINUTE).secret();
    }
}
