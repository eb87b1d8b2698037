package io.travelsuite.notify.reminder;

/**
 * What was generated.
 *
 * @param generated how many events
 * @param looked at how many runs and holds
 * @param more whether it stopped at the limit: call it again at once
 */
public record ReminderReport(int generated, int looked, boolean more) {}
