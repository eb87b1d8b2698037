/** Payment patterns worth an alert. */
@NullMarked
package io.travelsuite.payments.watch;

import org.jspecify.annotations.NullMarked;
