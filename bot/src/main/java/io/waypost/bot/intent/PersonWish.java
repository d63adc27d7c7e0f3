package io.waypost.bot.intent;

import java.util.regex.Pattern;

/** Whether a customer says that they want a person (转人工). By rule: the wish is always granted, at the first word of it. */
public final class PersonWish {

    private static final String PERSON = "(?:人工(?:客服|服务|坐席|座席)?|真人(?:客服)?|活人|坐席|座席|话务员|接线员|客服(?:人员|小姐姐|小哥|专员|代表|经理|主管|妹子|姐姐)?|专员|值班的?人?|你们?(?:领导|主管|经理)|大活人|正常人)";
    private static final String GIVE = "(?:转|换|接|找|叫|要|联系|呼叫|连|切|派|安排|请|喊|让|来)(?:一?下|到|接|个|位|一个|一位|换|给|去|成|入|您|你们?|我|的|这边|那边)*";
    private static final Pattern WISH = Pattern.compile(
            GIVE + PERSON + "|^\\W*" + PERSON + "(?:呢|在吗|在不在|在么|有吗|啊|吧|!|谢谢|快点?|出来|来|人呢|\\W)*$"
                    + "|人工[!,。 ]*人工|人工客服|人工服务|人工 ?(?:service|please)|转人[工公功攻宫]|^转接(?:一下|吧|$)|(?:给|帮)我转(?:$|[,。!一接])|换人(?:$|[来吧!。,])|(?:跟|和|与|同)"
                    + PERSON
                    + "(?:说|聊|讲|谈|沟通|对话|联系)"
                    + "|(?:不|别|甭|懒得)(?:再)?(?:想|要|让|用|给我|给|跟|和|是|发)*(?:跟|和|与|同|我|发)*(?:这个|个|你们?)?(?:机器人?|智能(?!柜)|自动回复|ai|人机)(?!玩具)"
                    + "|(?:跟|和|与|找|同|换|叫|让|接|来|派)(?:一?个|个)?(?:会说人话的|真|活)?(?:的)?人(?:来|吧|给我)*(?:说话|沟通|聊|讲话|对话|谈|讲|跟我|和我|回答|回复|处理|说(?!明)|$|[,。!])"
                    + "|会说人话|要的是人|(?:有没有|有)(?:真|活)?人(?:在|吗|啊|理|回|管管|吱)+(?:我|一声|下)*(?:吗|啊|没|不)?[?!]*$"
                    + "|(?:ren ?gong|zhuan ?ren ?gong|real person|human (?:agent|please)|live agent|(?:speak|talk) (?:to|with) (?:a |an )?(?:person|agent|someone|human))");
    private static final Pattern NONE = Pattern.compile(
            "人工(?:费|智能|降雨|呼吸|湖|草坪|授粉|养殖|种|耳蜗|心脏|关节|泪液|成本|分拣|搬运|牛黄|皮革|钻|流产|林|岛|翻译|晶体|合成|植|花|草|增高|制作|客服(?:电话|热线|几点|工作|上班|时间|是|什么时候|多少)|服务(?:时间|电话|热线|几点|费)|(?:的)?(?:工作|上班)时间|几点)"
                    + "|(?:不用|不要|不必|别|先不|无需|不需要)(?:再)?(?:给我)?(?:转|找|接|叫)?(?:人工|客服|真人)|仿真人|真人(?:手办|模特|版|秀|cs|比例|娃娃|发|照片|头发|视频|大小)|活人(?:扮|墓|感)|(?:快递|官方|你们?)?(?:的)?客服(?:电话|热线|号码|中心|部|耳|说|态度|让|告诉|答应)|客服(?:几点|什么时候|工作|上班|时间)"
                    + "|(?:是不是|是|还是)(?:机器人|真人|人工|活人)(?!吧)|(?:这|那|个)机器人|网店客服|人工分拣|机器人(?:玩具|模型|能寄|怎么寄|零件|吸尘|扫地)|扫地机器人|(?:寄|买|邮|送)(?:[给到])?[^,。]{0,6}(?:机器人|真人|客服)");

    private PersonWish() {}

    /** Whether the message, plain as of {@link io.waypost.bot.text.Normaliser#plain}, asks for one. */
    public static boolean in(String plain) {
        return WISH.matcher(NONE.matcher(plain).replaceAll("、")).find();
    }

    /** Whether the message has the words of such a wish and says something else with them. */
    public static boolean notIn(String plain) {
        return NONE.matcher(plain).find() && !in(plain);
    }
}
