package io.waypost.core.liability;

/** Who inside a unit is to answer for a share (岗位), so that the unit can settle with its own people; the names are part of the API. */
public enum Duty {
    UNIT("单位"),
    COURIER("快递员"),
    KEEPER("仓管"),
    SUPERVISOR("主管"),
    LINE_HAUL("干线运输");

    private final String chinese;

    Duty(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }
}
