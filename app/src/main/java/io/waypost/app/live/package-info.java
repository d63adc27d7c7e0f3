/** Live hints (实时提示): tells open pages that something they show has changed; the page then asks again. */
@NullMarked
@ApplicationModule(displayName = "Live", allowedDependencies = {})
package io.waypost.app.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
