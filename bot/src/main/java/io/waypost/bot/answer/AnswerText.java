package io.waypost.bot.answer;

import java.util.List;

/**
 * What an answer can be found by.
 *
 * @param id of the article
 * @param questions its title, and questions that mean the same (相似问)
 */
public record AnswerText(String id, List<String> questions) {

    public AnswerText {
        questions = List.copyOf(questions);
    }
}
