/** How outlets and hubs work (网点运行): what came, what went, what lies there, and whether that is usual for them. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.outlet;
