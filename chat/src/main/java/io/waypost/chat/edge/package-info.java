/** The edge: sockets, event streams and polls of one node, and the protocol that goes over them. Remembers nothing that matters. */
@org.jspecify.annotations.NullMarked
package io.waypost.chat.edge;
