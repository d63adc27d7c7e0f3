/** What a customer is owed when a parcel is late, lost or broken (理赔): the standard in versions, computed and explained. Amounts are in fen (分). */
@NullMarked
package io.waypost.core.claim;

import org.jspecify.annotations.NullMarked;
