/** Who may call what: the tables held against the code, and every route tried by every role. */
@org.jspecify.annotations.NullMarked
package io.waypost.app.access;
