/** CMPP 2.0 and 3.0, the carriers' protocol for short messages (中国移动点对点协议): the frames, and a link that speaks them. JDK only. */
@NullMarked
package io.waypost.app.outbox.cmpp;

import org.jspecify.annotations.NullMarked;
