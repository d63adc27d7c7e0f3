/** How a recipient wants a parcel delivered, and what they agreed to (投递方式与同意). */
@org.jspecify.annotations.NullMarked
package io.waypost.core.consent;
