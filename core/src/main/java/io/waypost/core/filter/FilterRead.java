package io.waypost.core.filter;

/** What came of reading a filter. */
public sealed interface FilterRead {

    record Good(Filter filter) implements FilterRead {}

    record Bad(FilterProblem problem) implements FilterRead {}
}
