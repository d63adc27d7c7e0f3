/**
 * Appeals that customers bring to the postal authority (邮政业用户申诉) and the authority passes on to the company: their states, what an
 * answer must hold, whether the customer complained first, and who is reminded when. No I/O, no clock.
 */
@org.jspecify.annotations.NullMarked
package io.waypost.core.appeal;
