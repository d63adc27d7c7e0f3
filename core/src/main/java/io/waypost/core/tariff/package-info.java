/** Prices and promises (资费与时效): what a parcel costs, by when it is promised, where nothing is delivered, how to pack and insure it. */
@NullMarked
package io.waypost.core.tariff;

import org.jspecify.annotations.NullMarked;
