package io.waypost.core.ledger;

/**
 * One account (账户).
 *
 * @param owner whose it is, the code of a unit, the number of a claim or the name of a gateway; empty where there is only one
 */
public record Account(AccountKind kind, String owner) {

    /** @throws IllegalArgumentException where the owner is missing, not wanted or longer than 64 characters */
    public Account {
        if (kind.owned() == owner.isEmpty() || owner.length() > 64) {
            throw new IllegalArgumentException("%s of '%s' is no account".formatted(kind, owner));
        }
    }

    /** The only one of its kind. */
    public static Account of(AccountKind kind) {
        return new Account(kind, "");
    }

    public static Account of(AccountKind kind, String owner) {
        return new Account(kind, owner);
    }
}
