/** What the log holds (日志记录): scans as rows of fixed size, and everything else that the rule has to know, each as bytes and back. */
@org.jspecify.annotations.NullMarked
package io.waypost.watch.record;
