package io.travelsuite.notify.sms;

/**
 * What became of messages since the channel was made.
 *
 * @param sent handed over to Twilio
 * @param refused never to be sent
 * @param failed not sent, to be tried again
 * @param unknown of which nobody knows
 * @param sentAgain of {@code sent}, those of which an earlier try may have gone out too
 */
public record SmsCounts(long sent, long refused, long failed, long unknown, long sentAgain) {}
