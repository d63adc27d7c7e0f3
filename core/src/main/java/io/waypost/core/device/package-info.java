/** Scanners (巴枪): which of them bring their scans in late by themselves. */
@NullMarked
package io.waypost.core.device;

import org.jspecify.annotations.NullMarked;
