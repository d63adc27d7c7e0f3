package io.waypost.app.view;

import io.waypost.app.kernel.Permission;
import java.util.Map;

/** A list that views are kept of (视图来源). A feature declares a bean of this type. Called as whoever looks. Thread-safe. */
public interface ViewSource {

    /** The name of the list in the API, such as {@code tickets}. */
    String list();

    /** What somebody must be allowed to do who looks at the list. */
    Permission permission();

    /**
     * Refuses what is no question of this list.
     *
     * @throws io.waypost.app.kernel.Refusal naming what is wrong
     */
    void check(Map<String, String> query);

    /** How many rows it has for the reader, counted no further than {@code most}. */
    long count(Map<String, String> query, long most);
}
