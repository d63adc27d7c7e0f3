/** What a file is (附件), by its content alone: what may come in, under which name, and what is taken out of it. No I/O. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.attachment;
