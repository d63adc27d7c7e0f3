/**
 * The knowledge base (知识库): what an article says, whose text counts where, the life of its versions, and how words match a question. No
 * I/O, no clock.
 */
@org.jspecify.annotations.NullMarked
package io.waypost.core.knowledge;
