package io.waypost.app.outbox;

import io.waypost.app.outbox.cmpp.CmppVersion;
import org.junit.jupiter.api.DisplayName;

@DisplayName("O1 CMPP 2.0 keeps the contract")
class Cmpp2GatewayTest extends CmppGatewayContract {

    Cmpp2GatewayTest() {
        super(CmppVersion.V2);
    }
}
