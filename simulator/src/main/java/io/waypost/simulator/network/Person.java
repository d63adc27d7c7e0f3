package io.waypost.simulator.network;

import java.util.List;

/**
 * One of the staff (员工).
 *
 * @param roles names of the platform's roles
 * @param unit code of the unit they belong to
 * @param dutyFor kinds of cases that they answer for in that unit; none for those without a duty
 */
public record Person(String username, String name, String phone, List<String> roles, String unit,
        List<String> dutyFor) {

    public Person {
        roles = List.copyOf(roles);
        dutyFor = List.copyOf(dutyFor);
    }
}
