/** How a notice becomes a message: words by language, layouts, and what is checked of both. */
@NullMarked
package io.travelsuite.notify.template;

import org.jspecify.annotations.NullMarked;
