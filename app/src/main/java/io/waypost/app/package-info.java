/** Waypost, the customer-service platform of an express network: one package a feature. */
@org.jspecify.annotations.NullMarked
package io.waypost.app;
