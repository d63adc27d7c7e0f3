package io.waypost.simulator.network;

import io.waypost.simulator.chance.Dice;
import java.util.List;

/** Names of people who do not exist. */
public final class PersonNames {

    private static final String FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵";

    private static final List<String> GIVEN = List.of("伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰",
            "娟", "涛", "明",
            "超", "秀英", "霞", "平", "刚", "桂英", "建华", "志强", "晓东", "海燕", "文博", "雨桐", "子涵", "欣怡", "浩然", "俊杰", "思远", "佳怡",
            "梓萱", "宇轩",
            "雪梅", "国强", "小红", "丽华", "春梅", "建国", "婷婷", "嘉伟", "晨曦", "雅琴", "立新", "永强", "玉兰", "振宇", "慧敏", "成林", "凤英", "少华",
            "天宇", "红梅");

    private PersonNames() {}

    /** A full name of two or three characters. */
    public static String draw(Dice dice) {
        return FAMILY.charAt(dice.whole(0, FAMILY.length() - 1)) + dice.pick(GIVEN);
    }
}
