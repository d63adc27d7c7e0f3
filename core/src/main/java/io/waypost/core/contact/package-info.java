/** Contacts (来访): who turns to customer service, on which way, and how that goes on until it is over. */
@NullMarked
package io.waypost.core.contact;

import org.jspecify.annotations.NullMarked;
