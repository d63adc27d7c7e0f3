package io.waypost.simulator.care;

import java.util.List;
import java.util.Optional;

/**
 * What customers come with (诉求), and what is said about it on both sides. The shares follow the trade's: four of ten complain that
 * nothing moves any more.
 *
 * @param weight how often of a hundred
 * @param causes one of which it came from, by its code
 * @param answers empty where the parcel's way answers, as a clerk finds it
 */
record Topic(String kind, int weight, List<String> complaints, List<String> causes, List<String> answers) {

    static final List<Topic> ALL = List.of(
            new Topic("QUERY.NOT_UPDATED", 31, List.of("物流两天没有更新了，到底在哪里？", "显示已发出以后就没动过，麻烦查一下。", "一直停在转运中心，是不是丢了？"),
                    List.of("TRANSIT.BACKLOG", "TRANSIT.MISSED_SCAN"), List.of()),
            new Topic("QUERY.ROUTE", 7, List.of("请问我的快递大概什么时候能到？", "为什么绕到别的城市去了？", "同城件怎么走了三天？"),
                    List.of("LINEHAUL.LATE"), List.of()),
            new Topic("URGE.DELIVERY", 12, List.of("到网点一天了还没派，能不能快点？", "今天一定要收到，麻烦催一下派件员。", "等着用，请尽快派送。"),
                    List.of("DELIVERY.SHORT_STAFFED"), List.of()),
            new Topic("ADDRESS_CHANGE.ADDRESS", 6, List.of("地址写错了，改到公司前台。", "人不在家，请改送到父母那里。", "门牌号少写了一位，请更正。"),
                    List.of("CUSTOMER.WRONG_ADDRESS"),
                    List.of("已联系派件员改送新地址，客户已知晓。", "面单已更正，今天下午按新地址派送。", "新地址超出本网点范围，已转对应网点派送。")),
            new Topic("INTERCEPT.RETURN", 4, List.of("不要了，请退回给商家。", "买错了，麻烦拦截退回。"),
                    List.of("CUSTOMER.REFUSED"), List.of("已拦截成功，今天随返程车退回。", "已联系派件员停止派送，贴退回单后发出。")),
            new Topic("DELAY.TRANSPORT", 9, List.of("承诺三天到，现在第五天了，要个说法。", "运输太慢，耽误了使用，要求赔偿。"),
                    List.of("TRANSIT.BACKLOG", "LINEHAUL.LATE", "LINEHAUL.NO_CAPACITY", "FORCE.WEATHER"),
                    List.of("干线车辆途中故障换车，晚到一天，已致歉并说明。", "中转积压，已加车疏运，预计明天到达派件网点。", "受雨雪影响班车晚点，已向客户解释并获谅解。")),
            new Topic("DELAY.DELIVERY", 8, List.of("显示派送中两天了，没有人联系我。", "派件员电话打不通，也不送。"),
                    List.of("DELIVERY.SHORT_STAFFED", "DELIVERY.NOT_TRIED"),
                    List.of("派件员请假，已换人今天 18 点前送到，并致电道歉。", "件量大未及时派出，已优先安排，客户同意明早送。", "电话号码少一位联系不上，已核对后重新派送。")),
            new Topic("FALSE_SIGN.NOT_RECEIVED", 6, List.of("没有收到，却显示本人签收！", "签收人不是我，家里也没有人签过。"),
                    List.of("DELIVERY.FALSE_SIGN", "DELIVERY.WRONG_PERSON"),
                    List.of("核实为派件员提前点签收，已当天补送并上门道歉。", "误送到隔壁单元，已取回送到客户手中。", "快件由同事代收，已与客户确认收到。")),
            new Topic("DOOR_DELIVERY.STATION", 7, List.of("没打电话就放驿站，要求送上门。", "老人腿脚不便，多次说明要上门，还是放柜子里。"),
                    List.of("DELIVERY.NO_CONSENT", "DELIVERY.NOT_TO_DOOR"),
                    List.of("已从驿站取出送上门，并备注以后必须电话联系。", "派件员已道歉，本网点按上门要求重新培训。", "客户不在家，已约好晚上 7 点再送上门。")),
            new Topic("DAMAGE.PARTIAL", 4, List.of("箱子压扁，里面的杯子碎了两个。", "外包装破了，酒漏了半瓶。"),
                    List.of("TRANSIT.ROUGH_SORTING", "PICKUP.BAD_PACKING", "LINEHAUL.WET"),
                    List.of("核对照片属实，已按实际损失协商赔付 80 元。", "寄件包装不足，已说明并协商各担一半。", "中转重压造成，责任在我方，赔付方案客户同意。")),
            new Topic("LOSS.ON_THE_WAY", 3, List.of("一个星期没动了，应该是丢了，要求赔偿。", "商家说已补发，原件请查找或赔付。"),
                    List.of("TRANSIT.LEFT_BEHIND", "TRANSIT.LOST_LABEL", "LINEHAUL.STOLEN"),
                    List.of("监控显示已装车未卸车，责任待认定，先行赔付。", "在无头件区找到，已重新贴单发出。", "全网查找未果，按遗失流程协商赔付。")),
            new Topic("ATTITUDE.COURIER", 2, List.of("派件员说话很难听，还挂我电话。", "让他送上楼，骂骂咧咧的。"),
                    List.of("DELIVERY.ATTITUDE"),
                    List.of("已约谈派件员并扣分，网点负责人向客户道歉。", "双方有误会，已电话沟通，客户接受解释。")),
            new Topic("CHARGE.SECOND", 1, List.of("取件还要另外收 3 块钱，合理吗？"),
                    List.of("STATION.FEE", "PICKUP.OVERCHARGED"), List.of("乡镇代收点违规收费，已退还并停止合作整改。", "已退还费用并向客户致歉。")));

    Topic {
        complaints = List.copyOf(complaints);
        causes = List.copyOf(causes);
        answers = List.copyOf(answers);
    }

    static Optional<Topic> of(String kind) {
        return ALL.stream().filter(topic -> topic.kind.equals(kind)).findFirst();
    }
}
