/** Where things are: China's administrative divisions (行政区划) and the class of a lane between two of them. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.place;
