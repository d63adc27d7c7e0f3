package io.waypost.simulator.network;

import java.util.regex.Pattern;

/** Names of divisions as people say them: 天河 for 天河区, 恩施 for 恩施土家族苗族自治州. */
final class ShortNames {

    private static final Pattern AUTONOMOUS = Pattern.compile("(?:壮族|回族|满族|蒙古族|蒙古|藏族|苗族|彝族|侗族|瑶族|白族|土家族|哈尼族|"
            + "哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|"
            + "锡伯族?|裕固族|保安族|朝鲜族|塔吉克族?|怒族|普米族|独龙族|布依族|维吾尔|鄂伦春族?|鄂温克族?|各族|族)*(?:特别行政区|自治[区州县旗])$");

    private static final Pattern PLAIN = Pattern.compile("(?:省|市|地区|盟|新区|区|县|旗|林区|特区)$");

    private ShortNames() {}

    static String of(String name) {
        String bare = AUTONOMOUS.matcher(name).replaceFirst("");
        if (!bare.equals(name)) {
            return bare.isEmpty() ? name : bare;
        }
        String plain = PLAIN.matcher(name).replaceFirst("");
        return plain.length() < 2 ? name : plain;
    }
}
