package io.travelsuite.inventory;

import io.travelsuite.sale.SaleTerms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is on sale. Thread-safe.
 *
 * <p>Every method throws {@link io.travelsuite.StorageException} when the database fails, and
 * {@link io.travelsuite.InvalidRequestException} for input that can never be right.
 */
public interface Inventory {

  /**
   * {@return the operator of that code, made now or brought up to date}
   *
   * @param code the host's own short name for it: 1 to 64 printable ASCII characters
   * @param name what people read, 1 to 200 characters
   */
  Operator addOperator(String code, String name);

  /**
   * {@return the product of that operator and code, made now or brought up to date} A new zone
   * holds for occurrences opened from then on.
   *
   * @param operator who sells it
   * @param code the operator's own short name for it: 1 to 64 printable ASCII characters
   * @param name what people read, 1 to 200 characters
   * @param zone the time zone of its local times
   */
  Product addProduct(OperatorId operator, String code, String name, ZoneId zone);

  /**
   * Opens an occurrence: from now on it can be held. Safe to repeat.
   *
   * @param request what to open; needs at least one pool
   * @return {@link OpenResult.Opened}; {@link OpenResult.AlreadyOpen} when it was opened before
   *     with the same stops and pools; {@link OpenResult.LayoutConflict} when it was with others,
   *     and then nothing changed
   */
  OpenResult open(OccurrenceRequest request);

  /**
   * {@return the occurrence of that id, if there is one}
   *
   * @param id which
   */
  Optional<Occurrence> find(OccurrenceId id);

  /**
   * Stops selling an occurrence. Its holds can still be confirmed.
   *
   * @param id which
   * @return {@link SaleResult.SaleSet}, also when it was closed before; {@link
   *     SaleResult.AlreadyCancelled} or {@link SaleResult.NoSuchOccurrence}
   */
  SaleResult close(OccurrenceId id);

  /**
   * Sells an occurrence again that was closed.
   *
   * @param id which
   * @return {@link SaleResult.SaleSet}, also when it was on sale before; {@link
   *     SaleResult.AlreadyCancelled} or {@link SaleResult.NoSuchOccurrence}
   */
  SaleResult reopen(OccurrenceId id);

  /**
   * Cancels an occurrence for good: it is never sold again. Its bookings are left as they are.
   *
   * @param id which
   * @return {@link SaleResult.SaleSet}, also when it was cancelled before; {@link
   *     SaleResult.NoSuchOccurrence}
   */
  SaleResult cancel(OccurrenceId id);

  /**
   * {@return the terms an occurrence is sold by, if there is one of that id}
   *
   * @param id which
   */
  Optional<SaleTerms> terms(OccurrenceId id);

  /**
   * Sells an occurrence by other terms from now on. Bookings and holds made before stay as they
   * are, and what they take counts.
   *
   * @param id which
   * @param terms the new terms; they name pools and seats that the occurrence has
   * @return {@link TermsResult.TermsSet}, also when they were the same before; {@link
   *     SaleResult.AlreadyCancelled} or {@link SaleResult.NoSuchOccurrence}
   */
  TermsResult setTerms(OccurrenceId id, SaleTerms terms);

  /**
   * Gives a pool another capacity on every leg, unless more is taken than would be sellable.
   *
   * @param id which occurrence
   * @param pool the pool's name
   * @param capacity the new capacity
   * @return {@link ResizeResult.Resized}; {@link ResizeResult.BelowTaken} when more is taken, and
   *     then nothing changed; {@link ResizeResult.NoSuchPool} or {@link
   *     SaleResult.NoSuchOccurrence}
   */
  ResizeResult resize(OccurrenceId id, String pool, Capacity capacity);

  /**
   * Gives a pool another capacity on every leg, even below what is taken. What is then sold above
   * sellable is the overhang; it falls as units come back, so that nothing given back is sold again
   * before the overhang is gone.
   *
   * @param id which occurrence
   * @param pool the pool's name
   * @param capacity the new capacity
   * @return {@link ResizeResult.Resized} with the overhang; {@link ResizeResult.NoSuchPool} or
   *     {@link SaleResult.NoSuchOccurrence}
   */
  ResizeResult shrink(OccurrenceId id, String pool, Capacity capacity);

  /**
   * {@return what is left of an occurrence, if there is one of that id}
   *
   * @param id which
   */
  Optional<Availability> availability(OccurrenceId id);

  /**
   * {@return what is left of a product's occurrences that start on these dates, by start} One
   * query, flat in the number of bookings.
   *
   * @param product which
   * @param first the first date, in each occurrence's time zone
   * @param last the last date, included; at most 400 days after the first
   */
  List<Availability> availability(ProductId product, LocalDate first, LocalDate last);

  /**
   * {@return the seats of an occurrence with who has them, to be drawn: by pool, in the order of
   * its map; empty when there is no occurrence of that id, or none of its pools has seats} One
   * query, flat in the number of bookings.
   *
   * @param id which
   */
  List<SeatAvailability> seats(OccurrenceId id);
}
