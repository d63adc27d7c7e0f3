/** The shape every engine has: state + event + instant -> state + effects. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.engine;
