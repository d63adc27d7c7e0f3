/**
 * A payment platform as a program (模拟支付平台): pays each key once, signs both ways, and misbehaves as it is told to. For tests and
 * demonstrations.
 */
@NullMarked
package io.waypost.simulator.bank;

import org.jspecify.annotations.NullMarked;
