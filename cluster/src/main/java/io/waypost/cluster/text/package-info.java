/** How the cluster host writes for others. */
@org.jspecify.annotations.NullMarked
package io.waypost.cluster.text;
