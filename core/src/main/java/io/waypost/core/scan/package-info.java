/** Scans (扫描): what a device at a site says about a parcel, and the written rules for taking it in. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.scan;
