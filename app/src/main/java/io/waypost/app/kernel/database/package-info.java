/** The one database engine, PostgreSQL: embedded by default, the user's own by URL; row scope set per transaction. */
@org.jspecify.annotations.NullMarked
package io.waypost.app.kernel.database;
