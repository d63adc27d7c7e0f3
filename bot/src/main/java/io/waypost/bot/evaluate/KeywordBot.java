package io.waypost.bot.evaluate;

import io.waypost.core.dialogue.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bot of keywords would say: the intent with the longest word found. The yardstick that many desks use today. */
final class KeywordBot {

    private static final Map<Intent, List<String>> WORDS = new LinkedHashMap<>();

    static {
        words(Intent.HUMAN, "人工", "真人", "转客服");
        words(Intent.SIGNED_NOT_RECEIVED, "没收到", "未收到", "虚假签收", "签收");
        words(Intent.CHANGE_ADDRESS, "改地址", "换地址", "地址错", "改电话");
        words(Intent.CHANGE_TIME, "改时间", "预约", "改天", "晚点送", "明天送");
        words(Intent.COURIER_CONTACT, "快递员电话", "派送员电话", "联系快递员", "小哥电话");
        words(Intent.SELF_PICKUP, "自提", "驿站", "取件码", "代收点", "快递柜");
        words(Intent.REFUSE, "拒收", "不要了", "拒签");
        words(Intent.INTERCEPT, "拦截", "退回", "追回", "召回");
        words(Intent.DAMAGED, "破损", "坏了", "碎了", "压坏");
        words(Intent.LOST, "丢了", "丢件", "丢失", "弄丢");
        words(Intent.SHORTAGE, "少件", "少了", "发错", "空包");
        words(Intent.COMPLAINT, "投诉", "态度", "不送货上门");
        words(Intent.CLAIM, "赔偿", "理赔", "赔多少", "赔");
        words(Intent.PROGRESS, "进度", "处理得怎么样", "工单");
        words(Intent.PRICE, "运费", "多少钱", "价格", "邮费");
        words(Intent.OUTLET, "网点", "营业", "门店");
        words(Intent.SERVICE_AREA, "能送到", "派送范围", "能不能到", "送不送");
        words(Intent.PICKUP_ORDER, "寄快递", "寄件", "上门取件", "下单");
        words(Intent.PICKUP_CHANGE, "取消寄件", "没来取", "取消订单", "催取件");
        words(Intent.PROHIBITED, "能寄", "可以寄", "违禁", "能不能寄");
        words(Intent.PACKAGING_ADVICE, "包装", "保价", "打包");
        words(Intent.INVOICE, "发票", "开票");
        words(Intent.CUSTOMS, "清关", "海关", "国际", "关税");
        words(Intent.STALLED, "不动", "没更新", "停滞", "卡在", "不更新");
        words(Intent.URGE, "催", "快点", "尽快", "还没送", "派送");
        words(Intent.ETA, "多久", "几天", "什么时候到", "时效");
        words(Intent.TRACK, "到哪", "查快递", "单号", "查件", "物流");
        words(Intent.GREETING, "你好", "您好", "在吗");
        words(Intent.THANKS, "谢谢", "再见", "没事了");
    }

    private KeywordBot() {}

    private static void words(Intent intent, String... words) {
        WORDS.put(intent, List.of(words));
    }

    /** The intents found, longest word first; none where no word is found. */
    static List<Intent> guess(String plain) {
        var lengths = new LinkedHashMap<Intent, Integer>();
        WORDS.forEach((intent, words) -> words.stream().filter(plain::contains).mapToInt(String::length).max()
                .ifPresent(length -> lengths.put(intent, length)));
        var found = new ArrayList<>(lengths.keySet());
        found.sort(Comparator.comparing((Intent intent) -> lengths.getOrDefault(intent, 0)).reversed());
        return found;
    }
}
