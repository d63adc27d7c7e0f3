package io.waypost.app.desk;

import java.util.List;

/** What a contact turned out to be (小结), chosen by whoever ends it. The packaged list; matters of the trade's usual questions. */
final class Dispositions {

    private Dispositions() {}

    /** One of them. */
    record Disposition(String code, String nameZh, String nameEn) {}

    private static final List<Disposition> ALL = List.of(
            new Disposition("WHERE_IS_IT", "查件", "Where is it"),
            new Disposition("URGE", "催件", "Urge a parcel on"),
            new Disposition("ADDRESS", "改地址、改派", "Change of address"),
            new Disposition("RETURN", "退回、拦截", "Return or stop"),
            new Disposition("NOT_RECEIVED", "显示签收未收到", "Signed for, not received"),
            new Disposition("DAMAGE", "破损、短少", "Damage or missing content"),
            new Disposition("LOST", "丢失", "Loss"),
            new Disposition("CLAIM", "理赔", "Claim"),
            new Disposition("SERVICE", "服务态度", "Conduct"),
            new Disposition("PICK_UP", "下单、取件", "Pick-up"),
            new Disposition("PRICE", "价格、时效咨询", "Price and time"),
            new Disposition("OTHER", "其他", "Other"));

    static List<Disposition> all() {
        return ALL;
    }

    static boolean known(String code) {
        return ALL.stream().anyMatch(disposition -> disposition.code().equals(code));
    }
}
