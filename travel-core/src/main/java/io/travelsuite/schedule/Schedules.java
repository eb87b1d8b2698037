package io.travelsuite.schedule;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ProductId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Schedules, the occurrences they make, and what an operator does to dated ones. Thread-safe.
 *
 * <p>Every method throws {@link io.travelsuite.StorageException} when the database fails, and
 * {@link io.travelsuite.InvalidRequestException} for input that can never be right.
 */
public interface Schedules {

  /**
   * {@return the schedule of that product and code, made now or changed} Opens nothing yet: see
   * {@link #generate}. A schedule that ends is saved with a last date.
   *
   * @param schedule what it says; needs at least one pool
   */
  SavedSchedule save(Schedule schedule);

  /**
   * {@return the schedule of that id, if there is one}
   *
   * @param id which
   */
  Optional<SavedSchedule> find(ScheduleId id);

  /**
   * {@return the schedules of a product, by code}
   *
   * @param product which
   */
  List<SavedSchedule> of(ProductId product);

  /**
   * Tells what saving a schedule and generating until a date would do, and does nothing. What is
   * sold in between makes a difference: whether an occurrence has bookings is decided when it is to
   * be changed.
   *
   * @param schedule what it would say
   * @param until the last date, included, in the product's time zone; at most 3,660 days from today
   * @return what would be done, at most 10,000 occurrences of it
   */
  ScheduleChanges preview(Schedule schedule, LocalDate until);

  /**
   * Saves a schedule and brings its occurrences in line; see {@link #generate}.
   *
   * @param schedule what it says
   * @param horizon until when, and how many at most
   * @return what was done
   */
  default ScheduleChanges apply(Schedule schedule, Horizon horizon) {
    return generate(save(schedule).id(), horizon);
  }

  /**
   * Brings the occurrences of a schedule that start from now on in line with it: opens those that
   * are missing, and once the schedule has changed, changes and withdraws those that differ. Safe
   * to repeat, to stop anywhere, and to run in several processes at once.
   *
   * <p>An occurrence with bookings or live holds is never touched: that is judged under its lock.
   * An occurrence that was edited by itself since the schedule last changed is left so; one that
   * was retimed keeps its start for good.
   *
   * @param id which
   * @param horizon until when, at most 3,660 days from today, and how many at most
   * @return what was done; while {@code more}, call again
   * @throws io.travelsuite.InvalidRequestException when there is no such schedule
   */
  ScheduleChanges generate(ScheduleId id, Horizon horizon);

  /**
   * Gives an occurrence another start, whether or not it has bookings. Bookings stay as they are;
   * the event {@code occurrence.retimed} tells the old and the new time, and {@link
   * io.travelsuite.booking.Bookings#manifest} lists who is concerned. What its terms tell by the
   * start (the cutoff) follows at once; what they tell as a moment stays.
   *
   * @param id which
   * @param start the new local start, in the occurrence's time zone
   * @return {@link RetimeResult.Retimed}, also when it started then before; {@link
   *     RetimeResult.StartTaken}, {@link RetimeResult.AlreadyCancelled} or {@link
   *     RetimeResult.NoSuchOccurrence}, and then nothing changed
   */
  RetimeResult retime(OccurrenceId id, LocalDateTime start);

  /**
   * Cancels what bookings have at an occurrence, a batch at a time: of a confirmed booking the
   * units there that were not used, of a hold its lines there; a hold of nothing else is released.
   * Each booking by itself and with its usual event. Close or cancel the occurrence first, else new
   * bookings come in behind.
   *
   * @param id which
   * @param batch which bookings, how many at most
   * @return what was done; go on with {@code next}. After a crash begin anew: what was cancelled is
   *     not met again
   */
  BatchResult cancelBookings(OccurrenceId id, Batch batch);

  /**
   * Moves what bookings have at an occurrence to another, a batch at a time: each booking's lines
   * there are changed for the same lines at the other, between stops of the same codes and on seats
   * of the same labels, all of them or none, as by {@link io.travelsuite.booking.Bookings#change}:
   * by the terms of the other occurrence. Who does not fit is told and stays where he is.
   *
   * @param from where they are
   * @param to where they go, of the same operator
   * @param batch which bookings, how many at most
   * @return what was done; go on with {@code next}. After a crash begin anew: what was moved is not
   *     met again
   */
  BatchResult moveBookings(OccurrenceId from, OccurrenceId to, Batch batch);

  /**
   * {@return the units of confirmed bookings for which there is no physical room if everybody
   * comes, those booked last first} Units get room in the order in which their bookings were made,
   * those already used before all others; one is denied when on one of its legs a pool that it
   * takes of is full by then. Holds and no-shows do not count.
   *
   * @param id which occurrence
   */
  List<DeniedUnit> overbooked(OccurrenceId id);
}
