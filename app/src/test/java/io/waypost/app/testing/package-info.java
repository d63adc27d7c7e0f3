/** What tests share: one embedded PostgreSQL a JVM, and people to act as. */
@org.jspecify.annotations.NullMarked
package io.waypost.app.testing;
