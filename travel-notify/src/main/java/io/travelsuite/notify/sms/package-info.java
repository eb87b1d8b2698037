/** Messages as SMS, by Twilio. */
@NullMarked
package io.travelsuite.notify.sms;

import org.jspecify.annotations.NullMarked;
