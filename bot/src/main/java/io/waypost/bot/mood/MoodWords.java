package io.waypost.bot.mood;

import io.waypost.core.dialogue.Mood;
import java.util.regex.Pattern;

/**
 * How a customer feels, by their words. What is severe is said by these rules alone, so that each alarm can be explained.
 *
 * <p>Words that threaten also occur where nothing is wrong: who sends papers to a court asks for its address. Those are taken out first, and so
 * are long numbers.
 */
final class MoodWords {

    private static final Pattern INNOCENT = Pattern.compile(
            // A number of a parcel or a phone has any digits in it, those of the police and the regulator too.
            "[a-z]{0,4}\\d{6,}|《[^》]*》|(?:邮政管理局|邮管局|消协|监管局)[^,。]{0,6}(?:派送|收件|能送|地址)|麻烦|不用投诉|(?:寄|送|发|邮|快递)(?:到|给|去|往)?[^,。?!]{0,8}(?:法院|工商局?|消协|消保委|律师|邮政局|邮管局|报社|电视台|公安局?|派出所|信访)"
                    + "|(?:法院|工商局?|消协|律师|律所|报社|电视台|邮政局|邮管局|公安局?|派出所)[^,。?!]{0,6}(?:地址|怎么寄|寄|收件|材料|文件|传票|在哪|附近|门口|旁边|对面|楼下|网点|那栋|大楼|派送范围|能送)"
                    + "|(?<!等着收)(?:律师函|传票|起诉状|诉状|判决书|死亡证明|举报信|投诉信)(?![^,。]*(?:你们|贵司|给你))[^,。?!]{0,8}(?:寄|邮|快递|发|能不能|可以|几天|到哪|要不要)|(?<!等着)(?<!等着你们)(?:寄|邮|发|收)(?:一?[份封个])?[^,。?!]{0,4}(?:律师函|传票|起诉状|诉状|判决书|死亡证明|举报信)"
                    + "|垃圾[袋桶箱车]|滚[筒轮珠]|火车|死机|骗子酒馆|不是骗子|(?:笑|累|热|冷|冻|饿|急|想|爱|吓|忙|好看)死");
    private static final Pattern SELF = Pattern
            .compile(
                    "不想活|活不下去|想死|去死算了|死给你们看|自杀|跳楼(?!价|机|大|甩)|跳河|跳下去|安眠药|遗书|开煤气|煤气打开|一了百了|撑不下去|活着(?:真|太|好)?累|不保证明天|见到?尸体|我死了你|死给|下辈子再|轻生|割腕|了结自己|活着没意思|一死了之|不想活|喝农药|不活了|死了算了");
    private static final Pattern THREAT = Pattern.compile(
            "投诉到?(?:邮政|邮管|国家|消协|工商|12305|12315|12345)|(?:打|找|告到?|上|报|去)(?:给|到)?\\s*(?:12305|12315|12345|邮管局?|邮政(?:管理)?局|消协|消保委|工商|市场监管|信访)"
                    + "|12305|12315|12345(?!\\d)|向(?:邮政|邮管|国家|有关|主管)[^,。]{0,8}(?:投诉|申诉|举报)|申诉(?:到|你们|去)|(?:邮管局|邮政管理局|消协|消保委|市监局|市场监管局?|监管部门)"
                    + "|曝光(?!表|灯|台|机|度)|(?:发|上|挂)(?:到|在)?(?:抖音|微博|小红书|朋友圈|网上|头条|热搜|快手|b站)|(?:找|叫|联系|请|告诉)(?:了)?(?:记者|媒体|电视台|律师|1818)|1818黄金眼|上(?:电视|新闻|热搜)|媒体"
                    + "|报警|110|警察|(?:起诉|告你们?|打官司|上法院|法院见|法庭(?:上)?见|走法律|法律(?:途径|程序|手段)|律师函|传票)|告到(?:底|你们)|吃官司"
                    + "|(?:弄|打|砍|揍|搞)死(?:你|他|她|我)|(?:砸|拆)(?:了|掉)?(?:你们?)?(?:的)?(?:店|网点|场子|门店|站点|车|公司)|(?:店|网点|门店|站点|车)(?:给)?(?:砸|拆|烧)了|(?:拿|带|拎|提)(?:着|上|了)?(?:把)?(?:刀|棍子?|家伙|锤子)|要(?:弄|打|揍|砍)(?:我|你|他)|报案|登报|(?:是|在)报社(?:的|工作|上班)|(?:收|等着|寄)[^,。]{0,4}传票|传票[^,。]{0,6}(?:你们|公司)|律师函[^,。]{0,8}(?:你们|公司)|砸(?:了)?(?:你们?|店|网点)|(?:带人|叫人|找人)(?:来|去|过去|上门|堵)|堵(?:你们?)?(?:门|网点)|(?:打断|打折|卸)(?:他|你)[^,。]{0,4}腿|弄他|揍(?:他|你|人)|要你(?:们)?好看|不会放过|跟你(?:们)?没完|等着(?:瞧|坐牢|收)|拉横幅|同归于尽|放火|烧了");
    private static final Pattern ABUSE = Pattern.compile(
            "(?:操|草|艹|日|干)你|你妈|尼玛|cnm|nmsl|mlgb|傻[逼比b叉屌]|煞笔|沙雕|s[bB]|狗[日屁东杂]|王八|畜生|混蛋|滚(?:蛋|你|开|出)|去死|死(?:全家|妈|爹)|不得好死|脑残|智障|人渣|败类|废物|杂种|贱[人货]|神经病|有病(?:吧|啊)|吃屎|放屁|狗东西|白痴|蠢[货猪]|断子绝孙|王八蛋");
    private static final Pattern ANGER = Pattern.compile(
            "气死|妈的|他妈|tmd|娘的|卧槽|我操|我靠|老子|强盗|土匪|流氓|缺德|丧良心|垃圾(?:公司|快递|玩意|东西|客服|网点|服务|平台|$)|干什么吃|吃干饭|眼睛(?:长哪|瞎|是摆设)|晦气|气炸|火大|忍无可忍|受够|太过分|欺人太甚|欺负人|什么(?:破|烂|垃圾|鬼|玩意|东西)|什么态度|(?:破|烂)(?:快递|公司|服务|客服|网点|效率)|太(?:差劲|恶心|垃圾|离谱|烂|坑)|恶心|骗子|骗人|忽悠|糊弄|耍(?:我|人|猴)|玩我|不要脸|无语死|服了(?:你们)?|服气|呵呵|真(?:行|有你们的|够可以|厉害(?:了)?)|可真(?:行|好)|差评|再也不|一辈子不|黑心(?!棉)|坑(?:人|货)|踢皮球|推来推去|推卸|不负责任|有没有人管|到底(?:管不管|想怎样|什么意思|要怎样)|怎么回事啊?!|(?:几|多少)(?:遍|次)了|说了(?:八|一百|多少|无数)|还要(?:我)?等到?(?:什么时候|多久|几时)|必须给(?:我)?个说法|赶紧给我|马上给我|立刻给我|你们?(?:是)?(?:死|聋|瞎)了?吗?|愤怒(?!的)|恼火|忍不了|忍很久|烦死|烦透|丢人|差到(?:极点|家)|最差|最烂|凭什么|良心");
    private static final Pattern DISSATISFACTION = Pattern.compile(
            "第[三四五六七八九十]次|敷衍|没人管|说法|怎么还(?:没|不)|还(?:没|不)(?:到|送|来|动|发|给|处理|解决|回)|太慢|好慢|这么慢|慢死|等了(?:好|很|这么|那么|多|半|[一二两三四五六七八九十\\d])|失望|不满|不太?高兴|不合理|不像话|没道理|着急|急死|急用|耽误|一直(?:没|不|拖)|拖(?:了|着|到)|没人(?:接|理|联系|回)|打不通|不接电话|不理|联系不上|都(?:几|多少|[三四五六七八九十\\d]+)天了|郁闷|无语|唉|哎|心塞|不靠谱|说好的?|答应|承诺|没下文|态度(?:不好|差|恶劣)|又(?:坏|丢|错|没|是)");

    private MoodWords() {}

    /** The level that the words say, and nothing more than they say. */
    static Mood of(String plain) {
        var text = INNOCENT.matcher(plain).replaceAll("、");
        if (SELF.matcher(text).find() || THREAT.matcher(text).find() || ABUSE.matcher(text).find()) {
            return Mood.SEVERE;
        }
        if (ANGER.matcher(text).find()) {
            return Mood.ANGRY;
        }
        return DISSATISFACTION.matcher(text).find() ? Mood.DISSATISFIED : Mood.CALM;
    }

    /** Whether somebody may harm themselves: a person of ours must see it at once. */
    static boolean harm(String plain) {
        return SELF.matcher(plain).find();
    }

    /** Whether the words name the regulator, a court or the media. */
    static boolean threat(String plain) {
        return THREAT.matcher(INNOCENT.matcher(plain).replaceAll("、")).find();
    }
}
