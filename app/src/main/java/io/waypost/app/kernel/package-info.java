/** What every feature stands on and nothing with a business name: who acts, clocks, ids, problems, pages, personal data, due work. */
@NullMarked
@ApplicationModule(displayName = "Kernel")
package io.waypost.app.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
