/** Messages as e-mail, by a host's SMTP relay. */
@NullMarked
package io.travelsuite.notify.email;

import org.jspecify.annotations.NullMarked;
