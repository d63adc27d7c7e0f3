/** Waybill numbers (运单号): whose they may be. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.waybill;
