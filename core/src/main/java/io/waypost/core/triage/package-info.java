/** Triage (分派): who gets a ticket first, by rules that people keep, and who of a unit takes it, by how much they have. */
@NullMarked
package io.waypost.core.triage;

import org.jspecify.annotations.NullMarked;
