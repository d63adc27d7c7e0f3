/** The audit trail (审计日志): who changed or unmasked what, when and from where; only ever added to. */
@NullMarked
@ApplicationModule(displayName = "Audit", allowedDependencies = {})
package io.waypost.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
