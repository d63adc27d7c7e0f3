/** Search (全文检索): Chinese text cut into words for PostgreSQL's text index, questions asked of it safely, and what matched shown. No tables of its own. */
@NullMarked
@ApplicationModule(displayName = "Search", allowedDependencies = {})
package io.waypost.app.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
