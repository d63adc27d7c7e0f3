/** What a customer is told about a parcel (公共查询): plain words for what is being done. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.tracking;
