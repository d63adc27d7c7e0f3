package io.waypost.core.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds contacts that nobody could ever take under a policy (无人可接), with the agents that there are. Pure. */
public final class Coverage {

    private Coverage() {}

    /**
     * Contacts that nobody could take.
     *
     * @param language null where it is so in every language
     * @param skill what is missing; of the language where both are there and nobody has both
     * @param least the level that is asked for at least
     */
    public record Gap(String matter, @Nullable String language, String skill, int least) {}

    /**
     * What is not covered: single skills first, then pairs of a matter and a language that nobody can take together.
     *
     * @param agents the levels by skill of each agent there is, whether there now or not; where there is none yet, nothing can be said of the
     *     policy
     */
    public static List<Gap> gaps(RoutingPolicy policy, Collection<Map<String, Integer>> agents) {
        if (agents.isEmpty()) {
            return List.of();
        }
        var gaps = new ArrayList<Gap>();
        var matters = new ArrayList<>(policy.matters());
        matters.add(ContactMatter.GENERAL);
        var spoken = new ArrayList<ContactLanguage>();
        for (var language : policy.languages()) {
            if (covers(agents, List.of(language.need()))) {
                spoken.add(language);
            } else {
                gaps.add(new Gap(ContactMatter.GENERAL.code(), language.code(), language.skill(),
                        language.need().least()));
            }
        }
        for (var matter : matters) {
            var need = matter.need(0, 1);
            if (!covers(agents, List.of(need))) {
                gaps.add(new Gap(matter.code(), null, matter.skill(), need.least()));
                continue;
            }
            for (var language : spoken) {
                if (!covers(agents, List.of(need, language.need()))) {
                    gaps.add(new Gap(matter.code(), language.code(), language.skill(), language.need().least()));
                }
            }
        }
        return List.copyOf(gaps);
    }

    /** Whether at least one of the agents may ever take what needs all of that. */
    public static boolean covers(Collection<Map<String, Integer>> agents, List<Need> needs) {
        return agents.stream().anyMatch(skills -> needs.stream().allMatch(need -> need.ever(skills)));
    }
}
