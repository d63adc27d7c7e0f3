/** Presence (在线状态): whether an agent is there and takes contacts, from what they and their lead say and from the leases of their tabs. */
@NullMarked
package io.waypost.core.presence;

import org.jspecify.annotations.NullMarked;
