package io.waypost.chat.edge;

/**
 * What the page about the platform's state says of the edge.
 *
 * @param sockets how many sockets are signed in now
 * @param streams how many event streams
 * @param polls how many polls wait
 * @param connections how many connections there are in all
 * @param taken how many postings were taken since the start
 * @param refused how many connections were refused: origin, limits, tokens
 * @param unreadable how many frames were no frames
 * @param busy how many frames were put off
 * @param slow how many were closed because they read too slowly
 * @param dead how many were closed because nothing was heard of them
 */
public record ChatCounts(
        int sockets,
        int streams,
        int polls,
        int connections,
        long taken,
        long refused,
        long unreadable,
        long busy,
        long slow,
        long dead) {}
