package io.waypost.app.claim;

import io.waypost.core.claim.ClaimStandard;
import io.waypost.core.settlement.ClaimPolicy;
import jakarta.validation.constraints.NotNull;

/** What a version of the rules of claims says: what is owed, and who may grant how much by when. */
record ClaimBook(@NotNull ClaimStandard standard, @NotNull ClaimPolicy policy) {}
