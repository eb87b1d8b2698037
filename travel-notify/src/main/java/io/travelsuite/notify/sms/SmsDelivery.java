package io.travelsuite.notify.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message's delivery. Immutable.
 *
 * @param status how far it has got
 * @param errorCode Twilio's, such as 30003 for a telephone that is off; or null
 * @param at when that was learnt
 */
public record SmsDelivery(SmsStatus status, @Nullable Integer errorCode, Instant at) {}
