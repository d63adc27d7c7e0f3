/** Customers who complain, and the words of those who answer them. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.care;
