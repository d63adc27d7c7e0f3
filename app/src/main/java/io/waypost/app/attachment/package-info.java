/** Files that belong to a thing (附件): taken in by content, made harmless, given out to those who may see the thing. */
@NullMarked
@ApplicationModule(displayName = "Attachments", allowedDependencies = {"audit"})
package io.waypost.app.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
