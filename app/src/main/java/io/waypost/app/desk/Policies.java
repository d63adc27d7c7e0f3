package io.waypost.app.desk;

import io.waypost.core.routing.RoutingPolicy;
import org.springframework.stereotype.Component;

/** The policy of routing that is in force. One for the whole network, the packaged one; versions of people's own follow. */
@Component
class Policies {

    private final RoutingPolicy packaged = RoutingPolicy.defaults();

    RoutingPolicy inForce() {
        return packaged;
    }
}
