/** What a message about a booking is made of, and the port through which a host adds to it. */
@NullMarked
package io.travelsuite.notify.notice;

import org.jspecify.annotations.NullMarked;
