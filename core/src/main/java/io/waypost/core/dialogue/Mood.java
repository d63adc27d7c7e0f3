package io.waypost.core.dialogue;

/** How a customer feels (情绪等级). The names are part of the API. */
public enum Mood {
    CALM("平静"),
    DISSATISFIED("不满"),
    ANGRY("生气"),
    /** Threat, abuse, regulator, media, court, or harm to oneself. */
    SEVERE("激烈");

    private final String chinese;

    Mood(String chinese) {
        this.chinese = chinese;
    }

    /** As agents read it. */
    public String chinese() {
        return chinese;
    }

    /** Whether it is at least as bad as another. */
    public boolean atLeast(Mood other) {
        return compareTo(other) >= 0;
    }

    /** The worse of two. */
    public Mood worse(Mood other) {
        return atLeast(other) ? this : other;
    }
}
