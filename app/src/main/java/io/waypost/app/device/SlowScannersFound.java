package io.waypost.app.device;

import io.waypost.app.identity.OnDuty;
import io.waypost.app.network.UnitRef;
import java.time.Instant;
import java.util.List;

/**
 * A unit has slow scanners that nothing is done about yet. Published once for each scanner and period, inside the transaction that
 * judged them; to be listened to in it, and never kept as it is: {@code to} carries a phone number in clear.
 */
public record SlowScannersFound(UnitRef unit, List<String> devices, OnDuty to, Instant at) {}
