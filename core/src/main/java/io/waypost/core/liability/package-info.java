/**
 * Which unit of the network bears what a claim cost (责任判定): read off the scans, split by a standard in versions, explained, and contested
 * step by step. No I/O, no clock. Shares are in per mille, amounts in fen (分).
 */
@NullMarked
package io.waypost.core.liability;

import org.jspecify.annotations.NullMarked;
