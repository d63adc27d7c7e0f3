package io.waypost.core.waybill;

import java.util.regex.Pattern;

/**
 * A courier network (快递公司) and the shapes of its waybill numbers.
 *
 * <p>The strict shape is what the network prints today; the wide ones are older numbers that it still honours, and several networks
 * share them.
 */
public enum Carrier {
    YTO("yuantong", "圆通速递", "YT\\d{13}", "[A-Z0-9]{2}\\d{10,13}", "[A-Z0-9]{2}\\d{8}", "[6-9]\\d{17}", "DD[89]\\d{15}",
            "Y\\d{12}"),
    ZTO("zhongtong", "中通快递", "7[3-68]\\d{12}", "\\d{14}", "\\d{12}"),
    STO("shentong", "申通快递", "(?:77|43)\\d{12,15}", "(?:268|368|468|568|668|768|868|968)\\d{9,10}", "STO\\d{10}",
            "(?:88|99)\\d{13}"),
    YUNDA("yunda", "韵达快递", "[34]\\d{14}|5\\d{12}", "\\d{15}", "\\d{13}"),
    JT("jtexpress", "极兔速递", "JT\\d{13}",
            "JT\\d{12,13}"),
    SF("shunfeng", "顺丰速运", "SF[A-Z0-9]\\d{12}", "\\d{12}"),
    JD("jd", "京东物流", "JD[A-Z0-9]{2}\\d{11}", "JD[XK]\\d{12}", "JDV[A-Z]\\d{11}"),
    DEPPON("debangkuaidi", "德邦快递", "DPK\\d{12}", "\\d{8,10}", "DPK\\d{12}\\d{1,8}"),
    EMS("ems", "EMS", "[981]\\d{12}|P[A-Z]\\d{11}",
            "(?:10|11|12|50|51|52|95|97|98|99)\\d{11}"),
    BEST("huitongkuaidi", "百世快递", "BXA\\d{10}", "JT\\d{12,13}", "5\\d{13,14}",
            "[67]\\d{13}",
            "[ABDE]\\d{12}"),
    CAINIAO("cainiao", "菜鸟速递", "621\\d{12}");

    private final String code;
    private final String chinese;
    private final Pattern strict;
    private final Pattern wide;

    Carrier(String code, String chinese, String strict, String... wide) {
        this.code = code;
        this.chinese = chinese;
        this.strict = Pattern.compile(strict);
        this.wide = Pattern.compile(wide.length == 0 ? strict : String.join("|", wide));
    }

    /** The code that the tracking aggregator Kuaidi100 uses. */
    public String code() {
        return code;
    }

    /** The brand as customers know it. */
    public String chinese() {
        return chinese;
    }

    boolean strictly(String number) {
        return strict.matcher(number).matches();
    }

    boolean widely(String number) {
        return wide.matcher(number).matches();
    }
}
