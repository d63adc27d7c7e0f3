package io.waypost.app.device;

import io.waypost.core.device.SlowScanners.Evidence;
import java.time.Instant;

/**
 * Why a scanner is slow at a site, as the platform judged it for everybody.
 *
 * @param since since when it has been slow without a break
 */
record Verdict(String device, String site, String unitPath, Instant since, Evidence why) {}
