/** The organisation tree (组织网络): kinds of units, what may stand below what, and how a list of units becomes a tree. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.network;
