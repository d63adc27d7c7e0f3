package io.waypost.core.routing;

import io.waypost.core.routing.ContactLanguage.Writing;
import java.util.List;

/** The matters and languages that a new installation starts with: nobody is refused who has the general skill. */
final class DefaultMatters {

    private DefaultMatters() {}

    private static final String CLAIM = "CLAIM";
    private static final String COMPLAINT = "COMPLAINT";
    private static final int BETTER = 3;

    /** What express delivery is asked most; the codes are those of dispositions. */
    static List<ContactMatter> all() {
        return List.of(
                special("LOST", "丢失", "Loss", CLAIM, "丢件", "丢失", "弄丢", "搞丢", "丢了", "找不到了", "遗失", "lost"),
                special("DAMAGE", "破损、短少", "Damage or missing content", CLAIM, "破损", "损坏", "摔坏", "摔碎", "碎了", "压坏", "烂了",
                        "漏了", "少件", "少了", "短少", "damaged", "broken"),
                special("CLAIM", "理赔", "Claim", CLAIM, "理赔", "赔偿", "赔付", "赔钱", "保价", "索赔", "claim", "compensation",
                        "refund"),
                special("NOT_RECEIVED", "显示签收未收到", "Signed for, not received", CLAIM, "签收了没收到", "显示签收", "没有收到",
                        "没收到", "未收到", "虚假签收", "被签收", "不是我签收", "not received"),
                special("SERVICE", "服务态度", "Conduct", COMPLAINT, "投诉", "态度", "骂人", "辱骂", "威胁", "不送上门", "没送上门",
                        "complaint",
                        "rude"),
                usual("RETURN", "退回、拦截", "Return or stop", "退回", "拦截", "截回", "拒收", "不要了", "召回", "退件"),
                usual("ADDRESS", "改地址、改派", "Change of address", "改地址", "换地址", "地址错", "地址写错", "改派", "改电话", "换个时间送", "改约",
                        "change address"),
                usual("PICK_UP", "下单、取件", "Pick-up", "寄件", "寄快递", "下单", "取件", "上门取", "揽收", "揽件", "没来取", "pick up",
                        "pickup"),
                usual("PRICE", "价格、时效咨询", "Price and time", "多少钱", "价格", "运费", "收费", "几天到", "多久能到", "时效", "price"),
                usual("URGE", "催件", "Urge a parcel on", "催件", "催一下", "催催", "快点", "尽快", "着急", "急用", "加急", "怎么还没到", "还没到",
                        "urgent"),
                usual("WHERE_IS_IT", "查件", "Where is it", "查件", "查快递", "查一下", "到哪了", "到哪里了", "在哪里", "物流", "没更新", "不更新",
                        "没动",
                        "什么时候到", "什么时候送", "派送", "tracking", "where is"));
    }

    static List<ContactLanguage> languages() {
        return List.of(language("ENGLISH", Writing.LATIN, 90), language("RUSSIAN", Writing.CYRILLIC, 80),
                language("JAPANESE", Writing.KANA, 30), language("KOREAN", Writing.HANGUL, 80),
                language("UYGHUR", Writing.ARABIC, 80), language("TIBETAN", Writing.TIBETAN, 80),
                language("MONGOLIAN", Writing.MONGOLIAN, 80));
    }

    private static ContactMatter special(String code, String nameZh, String nameEn, String skill, String... words) {
        return new ContactMatter(code, nameZh, nameEn, skill, BETTER, 0, List.of(words));
    }

    private static ContactMatter usual(String code, String nameZh, String nameEn, String... words) {
        var general = ContactMatter.GENERAL;
        return new ContactMatter(code, nameZh, nameEn, general.skill(), general.wanted(), general.least(),
                List.of(words));
    }

    private static ContactLanguage language(String code, Writing writing, int share) {
        return new ContactLanguage(code, writing, share, code, 2, 0);
    }
}
