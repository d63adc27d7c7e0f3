/** Exports (导出): a list of any size written to an Excel file in the background, with progress, for its reader to fetch. */
@NullMarked
@ApplicationModule(displayName = "Exports", allowedDependencies = {"audit", "live", "identity"})
package io.waypost.app.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
