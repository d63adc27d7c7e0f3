/** Reads what a message names: waybills, phones, places, weights, amounts, days. Rules and a gazetteer; nothing is learnt. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.slot;
