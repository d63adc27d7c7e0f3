package io.waypost.core.appeal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an appeal is about (申诉类别), in the order of the postal authority's tables; the names are part of the API. */
public enum AppealCategory {
    DELIVERY_SERVICE("投递服务"),
    DELAY("延误"),
    LOSS_SHORTAGE("丢失短少"),
    DAMAGE("损毁"),
    PICKUP_SERVICE("收寄服务"),
    ILLEGAL_CHARGE("违规收费"),
    COD("代收货款"),
    OTHER("其他");

    private final String chinese;

    AppealCategory(String chinese) {
        this.chinese = chinese;
    }

    /** As the authority writes it. */
    public String chinese() {
        return chinese;
    }

    /** The reasons below it. */
    public List<AppealReason> reasons() {
        return Arrays.stream(AppealReason.values()).filter(reason -> reason.category() == this).toList();
    }

    /** The category that a file names by its code or in Chinese. */
    public static Optional<AppealCategory> read(String typed) {
        var text = typed.strip();
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(text) || each.chinese.equals(text))
                .findFirst();
    }
}
