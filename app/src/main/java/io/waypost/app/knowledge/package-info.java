/** The knowledge base (知识库): articles and their versions, what answers a question, and the questions that nothing answers (ADR 41). */
@NullMarked
@ApplicationModule(displayName = "Knowledge base", allowedDependencies = {"audit", "live", "network", "identity",
        "attachment", "conversation", "search"})
package io.waypost.app.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
