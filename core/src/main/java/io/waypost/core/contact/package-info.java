/** Contacts (来访): who turns to customer service, on which way. */
@NullMarked
package io.waypost.core.contact;

import org.jspecify.annotations.NullMarked;
