/** How a claim is settled (理赔处理): from the application over evidence, offers and approval to the money, and who may say yes to how much. */
@NullMarked
package io.waypost.core.settlement;

import org.jspecify.annotations.NullMarked;
