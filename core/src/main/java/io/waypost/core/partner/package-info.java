/** Partners' programs (开放接口): signed requests, repeated requests, what a partner is told of a ticket, and where it may be told. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.partner;
