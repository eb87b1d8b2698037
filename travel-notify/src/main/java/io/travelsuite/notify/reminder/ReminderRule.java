package io.travelsuite.notify.reminder;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When whom is reminded of what. Immutable.
 *
 * @param name 1 to 32 of {@code a–z 0–9 -}: what was generated is known by it, so that it stays the
 *     same for as long as the rule is used, and a rule with another lead has another
 * @param about what it reminds of
 * @param lead how long before
 * @param late what becomes of those who booked after it was due
 * @param again how far what it reminds of must have moved for another reminder of it to follow one
 *     that was generated, 0 to 366 days
 */
public record ReminderRule(String name, About about, Lead lead, Late late, Duration again) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Duration LONGEST_AGAIN = Duration.ofDays(366);

  /** What a rule reminds of. */
  public enum About {
    /**
     * The first departure of a confirmed booking, where its people board: once for a stay of seven
     * nights.
     */
    FIRST_DEPARTURE,
    /** Every departure of a confirmed booking: the way out, and the way back. */
    EVERY_DEPARTURE,
    /** The expiry of a hold. */
    EXPIRY
  }

  /** What becomes of those who booked when the reminder was due already. */
  public enum Late {
    /** They get none: they have just booked. */
    NONE,
    /** They get it at once. */
    AT_ONCE
  }

  /** Checks the name and the range. */
  public ReminderRule {
    unless(NAME.matcher(name).matches(), "name", name, "must be 1 to 32 of a-z 0-9 -");
    boolean within = !again.isNegative() && again.compareTo(LONGEST_AGAIN) <= 0;
    unless(within, "again", again, "must be 0 to 366 days");
    boolean timed = about != About.EXPIRY || lead instanceof Lead.Before;
    unless(timed, "lead", lead, "must be a time before the expiry");
  }

  /**
   * {@return a reminder some time before the first departure} None for those who book later; again
   * when the departure moves by more than two hours.
   *
   * @param name the rule's name
   * @param time how long before, 1 second to 60 days
   */
  public static ReminderRule beforeDeparture(String name, Duration time) {
    return new ReminderRule(
        name, About.FIRST_DEPARTURE, new Lead.Before(time), Late.NONE, Duration.ofHours(2));
  }

  /**
   * {@return a reminder on a day before the first departure, at a time of the clocks there} None
   * for those who book later; again when the departure moves by more than two hours.
   *
   * @param name the rule's name
   * @param days how many days before, 0 to 60
   * @param at when on that day
   */
  public static ReminderRule daysBeforeDeparture(String name, int days, LocalTime at) {
    return new ReminderRule(
        name, About.FIRST_DEPARTURE, new Lead.DaysBefore(days, at), Late.NONE, Duration.ofHours(2));
  }

  /**
   * {@return a reminder some time before a hold expires} None for holds that are shorter; again
   * when the hold is extended by more than a minute.
   *
   * @param name the rule's name
   * @param time how long before, 1 second to 60 days
   */
  public static ReminderRule beforeExpiry(String name, Duration time) {
    return new ReminderRule(
        name, About.EXPIRY, new Lead.Before(time), Late.NONE, Duration.ofMinutes(1));
  }

  /** {@return the same for every departure of a booking} */
  public ReminderRule everyDeparture() {
    return new ReminderRule(name, About.EVERY_DEPARTURE, lead, late, again);
  }

  /** {@return the same that those who book later get at once} */
  public ReminderRule lateAtOnce() {
    return new ReminderRule(name, about, lead, Late.AT_ONCE, again);
  }

  /**
   * {@return the same with another distance}
   *
   * @param distance how far what it reminds of must have moved for another reminder, 0 to 366 days
   */
  public ReminderRule again(Duration distance) {
    return new ReminderRule(name, about, lead, late, distance);
  }

  /** {@return the type of its events}: {@code reminder.departure} or {@code reminder.hold} */
  public String eventType() {
    return about == About.EXPIRY ? "reminder.hold" : "reminder.departure";
  }

  /**
   * What somebody is to be reminded of.
   *
   * @param moment when it is
   * @param zone of the place where it is
   * @param bookedAt when it was booked or held
   * @param reminded the moment that the last reminder of it by this rule told of, or null
   */
  public record Case(Instant moment, ZoneId zone, Instant bookedAt, @Nullable Instant reminded) {}

  /**
   * Whether somebody is to be reminded now.
   *
   * @param one of what
   * @param now by the database's clock
   * @return whether: it is due, not over, not told already, and not too late
   */
  public boolean remindsNow(Case one, Instant now) {
    Instant due = lead.due(one.moment(), one.zone());
    if (now.isBefore(due) || !now.isBefore(one.moment())) {
      return false;
    }
    if (one.reminded() != null) {
      Duration moved = Duration.between(one.reminded(), one.moment()).abs();
      return moved.compareTo(again) > 0;
    }
    return late == Late.AT_ONCE || !one.bookedAt().isAfter(due);
  }
}
