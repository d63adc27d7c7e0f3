/** Messages to people (通知): how long they are, and when one that did not leave is tried again. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.notice;
