/** What is wrong with the course of parcels apart from silence (异常件): found in the scans, shown, made work of, and taken back (P7). */
@NullMarked
@ApplicationModule(displayName = "Anomalies", allowedDependencies = {"live", "network", "parcel"})
package io.waypost.app.anomaly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
