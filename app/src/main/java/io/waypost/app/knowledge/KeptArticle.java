package io.waypost.app.knowledge;

import java.util.UUID;

/**
 * An article as it is kept (知识条目), without its versions.
 *
 * @param number by which people name it
 * @param unitCode whose it is
 */
record KeptArticle(UUID id, long number, String unitCode, String unitPath) {}
