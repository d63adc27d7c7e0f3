/** What is wrong with the course of a parcel apart from silence (异常件): wrong ways, circles, standing still, failed and doubtful deliveries. */
@NullMarked
package io.waypost.core.anomaly;

import org.jspecify.annotations.NullMarked;
