/** What tracking aggregators (快递查询平台) say, in our own words. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.tracking;
