package io.waypost.app.outbox;

import io.waypost.app.outbox.cmpp.CmppVersion;
import org.junit.jupiter.api.DisplayName;

@DisplayName("O1 CMPP 3.0 keeps the contract")
class Cmpp3GatewayTest extends CmppGatewayContract {

    Cmpp3GatewayTest() {
        super(CmppVersion.V3);
    }
}
