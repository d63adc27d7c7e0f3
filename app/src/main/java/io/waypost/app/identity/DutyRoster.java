package io.waypost.app.identity;

import java.util.Optional;

/** Who is on duty where (值班表). Thread-safe. */
public interface DutyRoster {

    /**
     * The duty person of the unit for that kind of work, whoever asks and whatever they may see.
     *
     * <p>Whoever is named for exactly this kind comes before whoever is named for all; where the unit names nobody active, the
     * unit above it is asked, up to the headquarters. Empty where nobody is named anywhere on the way.
     */
    Optional<OnDuty> onDuty(String unitCode, DutyKind kind);
}
