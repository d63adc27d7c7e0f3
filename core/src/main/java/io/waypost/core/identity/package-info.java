/** Who may be trusted with what: roles and who grants them, passwords, lock-out after wrong ones. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.identity;
