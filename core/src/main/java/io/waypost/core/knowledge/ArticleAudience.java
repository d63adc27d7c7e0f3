package io.waypost.core.knowledge;

/** Who is told what an article says (适用对象); the names are part of the API. */
public enum ArticleAudience {
    /** Customers, and agents too. */
    CUSTOMERS,
    /** Agents only: never shown to a customer, nor by the bot. */
    AGENTS;

    /** Whether an article for this audience may be shown to that one. */
    public boolean shownTo(ArticleAudience reader) {
        return this == CUSTOMERS || reader == AGENTS;
    }
}
