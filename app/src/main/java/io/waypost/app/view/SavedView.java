package io.waypost.app.view;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved view (视图), as the API shows it.
 *
 * @param query what narrows the list, with the names that its route takes
 * @param columns which columns are shown, in order; the list's own choice where empty
 * @param unitCode the unit whose people see it; null for one's own
 * @param role the role that sees it; null where everybody of the unit does
 * @param editable whether the reader may change it
 */
record SavedView(
        UUID id,
        String list,
        String name,
        Map<String, String> query,
        List<String> columns,
        Sharing shared,
        @Nullable String unitCode,
        @Nullable Role role,
        int position,
        PersonRef owner,
        int version,
        boolean editable) {

    /** Who sees it. */
    enum Sharing {
        PERSON,
        UNIT,
        ROLE
    }
}
