package io.waypost.app.kernel;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** Who acts: a person, a partner's program, a visitor, or the platform itself. */
public sealed interface Actor extends Serializable {

    /** The name to show in histories and in the audit trail. */
    String name();

    /** The part of the tree this actor sees and acts on. */
    Scope scope();

    /** Everything this actor may do. */
    Set<Permission> permissions();

    /** Whether this actor may do that. */
    default boolean may(Permission permission) {
        return permissions().contains(permission);
    }

    /** Someone signed in. {@code unitPath} is where they belong; their scope is everything below it. */
    record Person(UUID id, String username, String name, String unitCode, String unitPath, Set<Permission> permissions)
            implements
                Actor {

        public Person {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public Scope scope() {
            return unitPath.equals("/HQ/") ? Scope.EVERYTHING : new Scope(unitPath);
        }
    }

    /** A partner's program with an API key. */
    record Partner(UUID keyId, String name, Scope scope, Set<Permission> permissions) implements Actor {

        public Partner {
            permissions = Set.copyOf(permissions);
        }
    }

    /** Somebody not signed in. */
    record Visitor(String address) implements Actor {

        @Override
        public String name() {
            return "visitor";
        }

        @Override
        public Scope scope() {
            return Scope.NOTHING;
        }

        @Override
        public Set<Permission> permissions() {
            return Set.of();
        }
    }

    /** The platform's own work: deadlines, learning, imports. */
    record Internal(String name) implements Actor {

        /** The platform where it does what a customer asked for: their case is theirs, not one that the platform found. */
        public static final Internal FOR_CUSTOMER = new Internal("customer");

        /** Whether it does what a customer asked for. */
        public boolean forCustomer() {
            return equals(FOR_CUSTOMER);
        }

        @Override
        public Scope scope() {
            return Scope.EVERYTHING;
        }

        @Override
        public Set<Permission> permissions() {
            return Set.of(Permission.values());
        }
    }
}
