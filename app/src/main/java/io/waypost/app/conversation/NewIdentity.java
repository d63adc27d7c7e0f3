package io.waypost.app.conversation;

/**
 * A way on which somebody came.
 *
 * @param account ours, on which they came
 * @param value in clear and in one form (digits of a phone, a mail address in small letters); sealed before it is kept
 * @param label masked, to be shown
 */
public record NewIdentity(IdentityKind kind, String account, String value, String label) {

    @Override
    public String toString() {
        return "NewIdentity[%s %s]".formatted(kind, label);
    }
}
