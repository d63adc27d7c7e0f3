package io.waypost.bot.answer;

/**
 * An article that may answer.
 *
 * @param question by which it was found
 * @param cosine how near in meaning, 0 without a language model
 * @param coverage how much of the question's words it has, 0 to 1
 * @param score by which hits are ranked
 */
public record AnswerHit(String id, String question, double cosine, double coverage, double score) {}
