package io.waypost.app.system;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.NewPerson;
import io.waypost.app.identity.People;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.network.Network;
import io.waypost.app.network.Units;
import io.waypost.core.identity.Role;
import io.waypost.core.network.UnitDraft;
import io.waypost.core.network.UnitKind;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets whoever can read the log make the first account (初始化); needed once, in real use only. */
@Service
class Setup {

    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);
    private static final Actor SETUP = new Actor.Internal("setup");
    private static final String HEADQUARTERS = "HQ";
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final WaypostSettings settings;
    private final SetupStore store;
    private final Network network;
    private final Units units;
    private final People people;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Setup(WaypostSettings settings, SetupStore store, Network network, Units units, People people, AuditTrail audit,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.store = store;
        this.network = network;
        this.units = units;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
    }

    enum Outcome {
        DONE,
        WRONG_CODE,
        NOT_REQUIRED
    }

    boolean required() {
        return !settings.demo() && people.nobody();
    }

    /** Makes the code of this start, prints it once and keeps its hash. */
    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        if (required()) {
            var code = code();
            transaction.executeWithoutResult(_ -> store.keep(code));
            LOG.warn(
                    "Nobody has an account yet. Open the console in a browser and make the first one with this code: {}",
                    code);
        }
    }

    Outcome first(SystemController.First wanted) {
        if (!required()) {
            return Outcome.NOT_REQUIRED;
        }
        var code = wanted.code().strip();
        if (!store.matches(code)) {
            return Outcome.WRONG_CODE;
        }
        return Acting.as(SETUP, () -> {
            if (network.headquarters().isEmpty()) {
                units.put(List.of(new UnitDraft(HEADQUARTERS, "总部", UnitKind.HEADQUARTERS, null, null, null, null, null,
                        null, null, true)));
            }
            var done = transaction.execute(_ -> add(wanted, code));
            return done == null ? Outcome.NOT_REQUIRED : done;
        });
    }

    private Outcome add(SystemController.First wanted, String code) {
        // Using the code up locks it: of two at the same moment the second finds none.
        if (!store.use(code) || !people.nobody()) {
            return Outcome.NOT_REQUIRED;
        }
        var root = network.headquarters().orElseThrow(() -> Refusal.notFound("unit", HEADQUARTERS));
        var person = people.add(List.of(new NewPerson(wanted.username(), wanted.name(), null,
                Set.of(Role.ADMINISTRATOR), root.code(), wanted.password(), false))).getFirst();
        audit.record("SET_UP", "PERSON", person.id().toString(), root.path(), Map.of());
        return Outcome.DONE;
    }

    /** 59 random bits in groups of four, to be typed from a log. */
    private String code() {
        var code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
