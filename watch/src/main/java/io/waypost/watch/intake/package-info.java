/** Scans on their way into the engine's log (扫描流接入): read from bytes to numbers, judged by the rules for taking scans in. */
@org.jspecify.annotations.NullMarked
package io.waypost.watch.intake;
