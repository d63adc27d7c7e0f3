package io.waypost.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.notice.ScriptedGateway.Fault;
import io.waypost.app.notice.SmsGateway.Rejected;
import io.waypost.app.notice.SmsGateway.Retryable;
import io.waypost.app.notice.SmsGateway.Sms;
import io.waypost.app.notice.SmsGateway.Unknown;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("O1 the scripted gateway keeps the contract, and fails as told")
class ScriptedGatewayTest extends SmsGatewayContract {

    private final ScriptedGateway gateway = new ScriptedGateway();

    @Override
    SmsGateway gateway() {
        return gateway;
    }

    @Override
    List<Sms> received() {
        return gateway.left();
    }

    @Test
    void failsAsTold() {
        gateway.script(Fault.LOST_ANSWER, Fault.BUSY, Fault.REFUSED);
        var messages = messages(3);
        assertThat(gateway.submit(messages)).satisfiesExactly(
                lost -> assertThat(lost).isInstanceOf(Unknown.class),
                busy -> assertThat(busy).isInstanceOf(Retryable.class),
                refused -> assertThat(refused).isInstanceOf(Rejected.class));
        assertThat(gateway.left()).containsExactly(messages.getFirst());
    }
}
