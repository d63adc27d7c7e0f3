package io.waypost.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("N3 personal data is sealed, found by blind index, and masked")
class PersonalDataTest {

    private final PersonalData data = new PersonalData(new byte[32], new byte[32]);

    @Test
    void opensOnlyForThePurposeItWasSealedFor() {
        var sealed = data.seal("parcel.recipient.phone", "13812345678");
        assertThat(data.open("parcel.recipient.phone", sealed)).isEqualTo("13812345678");
        assertThatThrownBy(() -> data.open("parcel.sender.phone", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        assertThat(data.seal("x", "张三")).isNotEqualTo(data.seal("x", "张三"));
    }

    @Test
    void aPhoneIsFoundHoweverItWasTyped() {
        var index = Objects.requireNonNull(data.phoneIndex("13812345678"));
        assertThat(data.phoneIndex("+86 138-1234-5678")).isEqualTo(index);
        assertThat(data.phoneIndex("１３８１２３４５６７８")).isEqualTo(index);
        assertThat(data.phoneIndex("13812345679")).isNotEqualTo(index);
    }

    @Test
    void masksKeepEnoughToRecognise() {
        assertThat(Masked.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Masked.name("张小明")).isEqualTo("张**");
        assertThat(Masked.address("广东省广州市天河区体育西路1号")).isEqualTo("广东省广州市****");
    }
}
