package io.waypost.app.identity;

import io.waypost.app.kernel.Actor;
import io.waypost.core.identity.Role;
import java.util.Set;

/** Somebody signed in, as they stand at this moment; read again for every request. */
record SignedIn(Actor.Person actor, Set<Role> roles, boolean mustChangePassword, String locale, boolean totpEnabled) {}
