/** Sites that have more to do than they can, or stand still. */
@NullMarked
package io.waypost.simulator.strain;

import org.jspecify.annotations.NullMarked;
