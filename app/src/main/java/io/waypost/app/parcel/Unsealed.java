package io.waypost.app.parcel;

import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.parcel.ParcelStore.Sealed;
import io.waypost.app.parcel.ParcelStore.Stored;
import io.waypost.app.parcel.ParcelView.PartyView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the sealed parts of a parcel: masked by default, in clear only one named field at a time. */
@Component
class Unsealed {

    private final PersonalData personalData;

    Unsealed(PersonalData personalData) {
        this.personalData = personalData;
    }

    @Nullable
    PartyView masked(String end, Sealed sealed) {
        var name = Masked.name(personalData.open("parcel." + end + ".name", sealed.name()));
        var phone = Masked.phone(personalData.open("parcel." + end + ".phone", sealed.phone()));
        var address = Masked.address(personalData.open("parcel." + end + ".address", sealed.address()));
        return name == null && phone == null && address == null ? null : new PartyView(name, phone, address);
    }

    /** The field in clear; empty if there is no such field, null-valued fields read as an empty text. */
    Optional<String> clear(Stored parcel, String field) {
        var sealed = field.startsWith("sender.") ? parcel.sender() : parcel.recipient();
        return switch (field) {
            case "sender.name" -> open(field, sealed.name());
            case "sender.phone" -> open(field, sealed.phone());
            case "sender.address" -> open(field, sealed.address());
            case "recipient.name" -> open(field, sealed.name());
            case "recipient.phone" -> open(field, sealed.phone());
            case "recipient.address" -> open(field, sealed.address());
            default -> Optional.empty();
        };
    }

    boolean phoneEndsWith(Stored parcel, String lastFour) {
        return endsWith("recipient.phone", parcel.recipient().phone(), lastFour)
                || endsWith("sender.phone", parcel.sender().phone(), lastFour);
    }

    private boolean endsWith(String field, byte @Nullable [] sealed, String lastFour) {
        return open(field, sealed).map(PersonalData::phoneDigits).filter(digits -> digits.endsWith(lastFour))
                .isPresent();
    }

    private Optional<String> open(String field, byte @Nullable [] sealed) {
        return Optional.ofNullable(personalData.open("parcel." + field, sealed));
    }
}
