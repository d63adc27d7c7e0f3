/** How scans get from devices to the platform: late, twice, or with a wrong clock. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.upload;
