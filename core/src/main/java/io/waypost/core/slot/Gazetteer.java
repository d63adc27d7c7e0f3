package io.waypost.core.slot;

import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds places of China in a text: by their published names, and by the short ones people use (浙江, 义乌). A district's short name counts
 * only behind its city's: 南山 alone is a hill. Immutable and safe for threads.
 */
final class Gazetteer {

    /** Short names that are words of every day as well. */
    private static final Set<String> WORDS = Set.of("和平", "通道", "公安", "大方", "平安", "东方", "凤凰", "资源", "同心", "会同", "大名",
            "武功",
            "开封", "阿里", "商城", "合作", "共和", "平和", "清水", "长子", "兴业", "台前", "方正", "中方", "万年", "向阳", "红旗", "新城", "城区", "郊区",
            "东风", "前进", "友好", "南海", "明光", "安心", "普通", "新会", "长寿", "西安区", "桥头", "文化", "中心", "丰收", "云县", "新县", "任县", "沙县",
            "单县",
            "成县", "康县", "文县", "徽县", "长安", "高平", "龙门", "太白", "蓝田", "巴东", "保德", "大同区", "江口", "河口", "海港", "城关", "站前", "古城",
            "安定",
            "安全", "静安", "兴安", "永安", "新安", "同安", "惠安", "安康区", "天山", "中山区", "黄山区", "尖山", "东山", "西山", "南山", "北山", "定安");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?:省|市|特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|地区|盟|林区|县|区|旗"
                    + "|(?:[\\u4e00-\\u9fa5]{1,4}族)+自治[州县旗]|自治[州县旗]|蒙古自治[州县]|蒙古族藏族自治州)$");
    /** Things that have the name of a place: what is sent, not where to. */
    private static final Pattern THINGS = Pattern.compile(
            "^(?:烤鸭|瓜|火腿|龙井|烧鸡|板栗|大米|苹果|咖啡|茶|普洱|豆腐|火锅|辣酱|老干妈|特产|土特产|话|人|时间|菜|面|牛肉|粉|啤酒|白酒|大闸蟹|蜜桔|脐橙|荔枝|红枣|葡萄|核桃|丝绸|刺绣|瓷器)");
    private static final int LONGEST = 15;

    private final Divisions divisions;
    private final Map<String, List<Division>> byName = new HashMap<>();

    Gazetteer(Divisions divisions) {
        this.divisions = divisions;
        for (var province : divisions.provinces()) {
            add(province);
            divisions.children(province.code()).forEach(city -> {
                add(city);
                divisions.children(city.code()).forEach(this::add);
            });
        }
    }

    /** A place and where it is written. */
    record Found(Division division, int start, int end) {}

    /** The places of a text; what belongs together, as 广东深圳南山, is one. */
    List<Found> find(String text) {
        var found = new ArrayList<Found>();
        int at = 0;
        while (at < text.length()) {
            var next = longest(text, at, found.isEmpty() ? null : found.getLast());
            if (next == null || THINGS.matcher(text.substring(next.end())).find()) {
                at = next == null ? at + 1 : next.end();
                continue;
            }
            if (!found.isEmpty() && joins(found.getLast(), next, text)) {
                var whole = found.removeLast();
                found.add(new Found(next.division(), whole.start(), next.end()));
            } else {
                found.add(next);
            }
            at = next.end();
        }
        return found;
    }

    private void add(Division division) {
        if (division.grouping()) {
            return;
        }
        var name = division.name();
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(division);
        var alias = SUFFIX.matcher(name).replaceFirst("");
        if (alias.length() >= 2 && !alias.equals(name)) {
            byName.computeIfAbsent(alias, _ -> new ArrayList<>()).add(division);
        }
    }

    private @Nullable Found longest(String text, int at, @Nullable Found before) {
        for (int length = Math.min(LONGEST, text.length() - at); length >= 2; length--) {
            var name = text.substring(at, at + length);
            var named = byName.get(name);
            if (named != null) {
                var division = choose(name, named,
                        before != null && text.substring(before.end(), at).isBlank() ? before : null);
                if (division != null) {
                    return new Found(division, at, at + length);
                }
                // 朝阳区 is one of several; it is not 朝阳, which is a city elsewhere.
                if (!WORDS.contains(name) && named.stream().anyMatch(each -> each.name().equals(name))) {
                    return null;
                }
            }
        }
        return null;
    }

    private @Nullable Division choose(String name, List<Division> named, @Nullable Found before) {
        if (before != null) {
            var within = named.stream().filter(each -> within(each, before.division())).toList();
            if (!within.isEmpty()) {
                return within.stream().min(Comparator.comparingInt(Division::level)).orElseThrow();
            }
        }
        var known = named.stream()
                .filter(each -> !WORDS.contains(name) && (each.name().equals(name) || !district(each)))
                .toList();
        if (known.isEmpty()) {
            return null;
        }
        int level = known.stream().mapToInt(Division::level).min().orElseThrow();
        var highest = known.stream().filter(each -> each.level() == level).toList();
        // Of a municipality both the province and its one city have the name.
        return highest.size() == 1 ? highest.getFirst() : null;
    }

    private static boolean district(Division division) {
        return division.level() == 3 && (division.name().endsWith("区") || division.name().endsWith("旗"));
    }

    private boolean joins(Found before, Found next, String text) {
        return text.substring(before.end(), next.start()).isBlank() && within(next.division(), before.division());
    }

    private boolean within(Division inner, Division outer) {
        if (inner.code().equals(outer.code()) || inner.level() <= outer.level()) {
            return false;
        }
        return outer.level() == 1 ? inner.provinceCode().equals(outer.code()) : inner.cityCode().equals(outer.code());
    }

    /** The full name: its province, its city where that is another, and its own. */
    String fullName(Division division) {
        var name = new StringBuilder();
        var province = divisions.byCode(division.provinceCode()).orElse(division);
        name.append(province.name());
        if (division.level() == 3) {
            divisions.byCode(division.cityCode())
                    .filter(city -> !city.equals(division) && !city.name().equals(province.name()) && !city.grouping())
                    .ifPresent(city -> name.append(city.name()));
        }
        if (division.level() > 1 && !division.name().equals(province.name())) {
            name.append(division.name());
        }
        return name.toString();
    }
}
