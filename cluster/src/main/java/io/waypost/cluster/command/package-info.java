/** What is given on the command line. */
@org.jspecify.annotations.NullMarked
package io.waypost.cluster.command;
