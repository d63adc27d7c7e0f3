/** Why tickets came to be (根因), and whether what was done about it helped (改进): pure rules. */
@NullMarked
package io.waypost.core.improvement;

import org.jspecify.annotations.NullMarked;
