/**
 * Routing (路由): which agent takes which waiting contact. Pure: what waits and who is there goes in, a choice with its reasons comes out;
 * holding on to it against others is the host's.
 */
@NullMarked
package io.waypost.core.routing;

import org.jspecify.annotations.NullMarked;
