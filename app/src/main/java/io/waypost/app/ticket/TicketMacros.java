package io.waypost.app.ticket;

import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.view.ViewSource;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.UrgentReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Macros of tickets (宏、常用语): a text with variables and the steps that go with it. Kept, shared and ordered as views are; a page fills in
 * the variables, shows what would be done, and takes each step as its person.
 */
@Component
class TicketMacros implements ViewSource {

    private static final Set<String> NAMES = Set.of("text", "actions");
    private static final List<String> VARIABLES = List.of("number", "waybill", "unit", "responsible", "dueAt", "me");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final int TEXT = 1_000;
    private static final int ACTIONS = 4;

    @Override
    public String list() {
        return "ticket-macros";
    }

    @Override
    public Permission permission() {
        return Permission.TICKET_READ;
    }

    @Override
    public void check(Map<String, String> query) {
        query.keySet().stream().filter(name -> !NAMES.contains(name)).findFirst().ifPresent(unknown -> {
            throw Refusal.invalid("query." + unknown, query.get(unknown), "UNKNOWN", "text and actions.");
        });
        var text = query.getOrDefault("text", "");
        if (text.isBlank() || text.length() > TEXT) {
            throw Refusal.invalid("query.text", null, "LENGTH", "1 to %d characters.".formatted(TEXT));
        }
        var variables = VARIABLE.matcher(text);
        while (variables.find()) {
            if (!VARIABLES.contains(variables.group(1))) {
                throw Refusal.invalid("query.text", variables.group(), "UNKNOWN",
                        "The variables are {%s}.".formatted(String.join("}, {", VARIABLES)));
            }
        }
        var actions = query.getOrDefault("actions", "");
        var steps = actions.isEmpty() ? List.<String>of() : List.of(actions.split(",", -1));
        if (steps.size() > ACTIONS || !steps.stream().allMatch(TicketMacros::known)) {
            throw Refusal.invalid("query.actions", actions, "UNKNOWN",
                    "At most %d of NOTE, URGE, URGENT:reason, CLOSE:reason, separated by commas.".formatted(ACTIONS));
        }
    }

    /** Nobody counts macros. */
    @Override
    public long count(Map<String, String> query, long most) {
        return 0;
    }

    private static boolean known(String step) {
        if (step.equals("NOTE") || step.equals("URGE")) {
            return true;
        }
        return (step.startsWith("URGENT:") && named(UrgentReason.values(), step.substring(7)))
                || (step.startsWith("CLOSE:") && named(CloseReason.values(), step.substring(6)));
    }

    private static boolean named(Enum<?>[] reasons, String name) {
        return Arrays.stream(reasons).anyMatch(reason -> reason.name().equals(name));
    }
}
