package io.travelsuite.notify.reminder;

/**
 * Turns rules into events of the outbox, {@code reminder.departure} and {@code reminder.hold},
 * which the relay hands over as any event. Each is generated at most once for a booking, a rule and
 * what it reminds of, however many processes generate at once and wherever one of them ends. Judged
 * by the database's clock. Thread-safe.
 */
public interface Reminders {

  /**
   * Generates what is due. Call it again and again, from a timer on one process or on all of them:
   * one that finds another at a rule goes on to the next rule. A reminder comes as late as the
   * timer is apart.
   *
   * @param most how many runs and holds to look at, 1 to 100,000
   * @return what it did
   */
  ReminderReport generate(int most);

  /**
   * Deletes what is kept of reminders of what is long past. Call it now and then until it answers
   * 0.
   *
   * @param most how many rows, 1 to 300
   * @return how many it deleted
   */
  int purge(int most);
}
