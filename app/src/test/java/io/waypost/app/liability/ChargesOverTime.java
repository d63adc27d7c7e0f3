package io.waypost.app.liability;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.SharedDatabase;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests of charges in which days pass: a database and a clock of their own, shared among them. */
@SpringBootTest(properties = "waypost.mode=DEMO")
abstract class ChargesOverTime {

    final ChargeScene scene;
    final BusinessClock clock;
    final Deadlines deadlines;

    ChargesOverTime(ChargeScene scene, BusinessClock clock, Deadlines deadlines) {
        this.scene = scene;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }

    static Refusal refusal(ThrowingCallable work) {
        try {
            work.call();
        } catch (Refusal refusal) {
            return refusal;
        } catch (Throwable other) {
            throw new AssertionError("No refusal", other);
        }
        throw new AssertionError("It was granted.");
    }
}
