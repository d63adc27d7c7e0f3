package io.waypost.app.testing;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.network.Network;
import io.waypost.core.network.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small network for tests: headquarters, Guangdong and Sichuan, each with a city, its hub and an outlet. Written once a database,
 * and waited for until the platform knows it.
 */
public final class TestNetwork {

    public static final String HUB_GUANGZHOU = "H4401";
    public static final String HUB_CHENGDU = "H5101";
    public static final String OUTLET_TIANHE = "O440106-003";
    public static final String OUTLET_WUHOU = "O510107-002";

    private TestNetwork() {}

    /** Makes sure that the network stands. */
    public static void stand(JdbcClient jdbc, PlatformTransactionManager transactions, Network network) {
        var transaction = new TransactionTemplate(transactions);
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(_ -> {
            add(jdbc, "HQ", UnitKind.HEADQUARTERS, null, "/HQ/", null);
            province(jdbc, "R05", "P44", "44", "C4401", HUB_GUANGZHOU, OUTLET_TIANHE);
            province(jdbc, "R06", "P51", "51", "C5101", HUB_CHENGDU, OUTLET_WUHOU);
            jdbc.sql("update network.revision set number = number + 1").update();
        }));
        for (int tries = 0; network.unit(OUTLET_WUHOU).isEmpty() && tries < 100; tries++) {
            sleep();
        }
    }

    private static void province(JdbcClient jdbc, String region, String province, String digits, String city,
            String hub,
            String outlet) {
        var base = "/HQ/" + region + "/";
        add(jdbc, region, UnitKind.REGION, "HQ", base, null);
        add(jdbc, province, UnitKind.PROVINCE, region, base + province + "/", digits + "0000");
        var inCity = base + province + "/" + city + "/";
        add(jdbc, city, UnitKind.CITY, province, inCity, digits + "0100");
        add(jdbc, hub, UnitKind.HUB, city, inCity + hub + "/", digits + "0100");
        add(jdbc, outlet, UnitKind.OUTLET, city, inCity + outlet + "/", outlet.substring(1, 7));
    }

    private static void add(JdbcClient jdbc, String code, UnitKind kind, @Nullable String parent, String path,
            @Nullable String division) {
        jdbc.sql("""
                insert into network.unit (code, name, kind, parent_code, path, division)
                values (:code, :code, :kind, :parent, :path, :division) on conflict (code) do nothing
                """)
                .param("code", code)
                .param("kind", kind.name())
                .param("parent", parent)
                .param("path", path)
                .param("division", division)
                .update();
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Interrupted while waiting for the network.", interrupted);
        }
    }
}
