package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.app.outbox.Gateway.Rejected;
import io.waypost.app.outbox.Gateway.Retryable;
import io.waypost.app.outbox.Gateway.Unknown;
import io.waypost.app.outbox.ScriptedGateway.Fault;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("O1 the scripted gateway keeps the contract, and fails as told")
class ScriptedGatewayTest extends GatewayContract {

    private final ScriptedGateway gateway = new ScriptedGateway();

    @Override
    Gateway gateway() {
        return gateway;
    }

    @Override
    List<Letter> received() {
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
