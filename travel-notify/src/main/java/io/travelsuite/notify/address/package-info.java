/** Addresses that must not be written to: marks of what bounced, who complained, who opted out. */
@NullMarked
package io.travelsuite.notify.address;

import org.jspecify.annotations.NullMarked;
