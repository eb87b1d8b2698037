package io.travelsuite.examples.server.office;

import io.travelsuite.Travel;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.store.Statements;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.idempotency.Fingerprint;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ResizeResult;
import io.travelsuite.inventory.SaleResult;
import io.travelsuite.inventory.TermsResult;
import io.travelsuite.price.DateRange;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.SaleTerms;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Departures as operators see and change them. An edit is of what was read: edits of one departure
 * come one after another, each behind a lock of the server's own, and one that was made of an older
 * state is refused. Thread-safe.
 */
public final class Departures {

  /** What makes the server's table of edits. */
  public static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS server_departure_edit (
        departure CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        edits INT NOT NULL
      )
      """;

  private static final String LOCK =
      """
      INSERT INTO server_departure_edit (departure, edits) VALUES (?, 1)
      ON DUPLICATE KEY UPDATE edits = edits + 1
      """;

  private final Stock stock;

  /**
   * Departures in a database, where the table of edits is.
   *
   * @param stock what is sold
   */
  public Departures(Stock stock) {
    this.stock = stock;
  }

  /**
   * A departure as it stands.
   *
   * @param offer the product
   * @param availability its pools and whether it is sold
   * @param allotments what is kept for channels
   */
  public record Departure(Offer offer, Availability availability, List<Allotment> allotments) {

    /** Copies the list. */
    public Departure {
      allotments = List.copyOf(allotments);
    }

    /** {@return what tells this state from others: of what is edited, not of what is sold} */
    public String state() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("sale", availability.state().name());
      availability
          .legs()
          .forEach(leg -> fields.put(leg.pool() + " " + leg.leg(), leg.capacity().toString()));
      fields.put("allotments", allotments.toString());
      return Fingerprint.of(1, fields).sha256().substring(0, 16);
    }
  }

  /**
   * {@return a departure}
   *
   * @param id which
   */
  public Answer<Departure> find(OccurrenceId id) {
    return find(stock.travel(), id);
  }

  private Answer<Departure> find(Travel travel, OccurrenceId id) {
    Offer offer =
        travel
            .inventory()
            .find(id)
            .flatMap(occurrence -> stock.catalogue().offer(occurrence.product()))
            .orElse(null);
    if (offer == null) {
      return Answer.refused(Why.NO_SUCH_DEPARTURE, "there is no departure of that id");
    }
    return new Answer.Done<>(
        new Departure(
            offer,
            travel.inventory().availability(id).orElseThrow(),
            travel.inventory().terms(id).map(SaleTerms::allotments).orElse(List.of())));
  }

  /**
   * {@return the departures of a product, by start}
   *
   * @param product its code
   * @param dates on which dates, 400 at most
   */
  public Answer<List<Availability>> list(String product, DateRange dates) {
    Offer offer = stock.catalogue().offer(product).orElse(null);
    return offer == null
        ? Answer.refused(Why.NO_SUCH_PRODUCT, "there is no product of that code")
        : new Answer.Done<>(
            stock
                .travel()
                .inventory()
                .availability(offer.product().id(), dates.first(), dates.last()));
  }

  /**
   * An edit.
   *
   * @param departure of which
   * @param state as {@link Departure#state} was when it was read, or null for any
   */
  public record Edit(OccurrenceId departure, @Nullable String state) {}

  /**
   * Gives a pool another capacity, unless more is taken.
   *
   * @param edit of which departure
   * @param pool its name
   * @param capacity the new capacity
   * @return the departure as it now stands
   */
  public Answer<Departure> resize(Edit edit, String pool, Capacity capacity) {
    return change(
        edit,
        joined -> {
          ResizeResult result = joined.inventory().resize(edit.departure(), pool, capacity);
          if (result instanceof ResizeResult.BelowTaken below) {
            return Answer.refused(Why.BELOW_TAKEN, below.taken() + " are taken");
          }
          return result instanceof ResizeResult.NoSuchPool
              ? Answer.refused(Why.NO_SUCH_POOL, "the departure has no such pool")
              : find(joined, edit.departure());
        });
  }

  /**
   * Stops the sale of a departure, or goes on with it. Holds can still be confirmed.
   *
   * @param edit of which departure
   * @param open whether it is sold
   * @return the departure as it now stands
   */
  public Answer<Departure> sell(Edit edit, boolean open) {
    return change(
        edit,
        joined -> {
          SaleResult result =
              open
                  ? joined.inventory().reopen(edit.departure())
                  : joined.inventory().close(edit.departure());
          return result instanceof SaleResult.AlreadyCancelled
              ? Answer.refused(Why.WRONG_STATE, "the departure is cancelled")
              : find(joined, edit.departure());
        });
  }

  /**
   * Keeps places for channels, in place of what was kept before.
   *
   * @param edit of which departure
   * @param allotments what is kept
   * @return the departure as it now stands
   */
  public Answer<Departure> keep(Edit edit, List<Allotment> allotments) {
    return change(
        edit,
        joined -> {
          SaleTerms now = joined.inventory().terms(edit.departure()).orElseThrow();
          TermsResult result = joined.inventory().setTerms(edit.departure(), with(now, allotments));
          return result instanceof SaleResult.AlreadyCancelled
              ? Answer.refused(Why.WRONG_STATE, "the departure is cancelled")
              : find(joined, edit.departure());
        });
  }

  private static SaleTerms with(SaleTerms now, List<Allotment> allotments) {
    return new SaleTerms(
        now.opensAt(),
        now.cutoff(),
        now.party(),
        now.units(),
        allotments,
        now.classes(),
        now.seats(),
        now.priced());
  }

  private Answer<Departure> change(Edit edit, Function<Travel, Answer<Departure>> change) {
    return stock
        .transactions()
        .run(
            (connection, joined) -> {
              lock(connection, edit.departure()); // first: what is read after it is not stale
              return find(joined, edit.departure())
                  .then(
                      now ->
                          edit.state() == null || edit.state().equals(now.state())
                              ? change.apply(joined)
                              : Answer.refused(
                                  Why.CHANGED_MEANWHILE, "it was changed since it was read"));
            });
  }

  private static void lock(Connection connection, OccurrenceId departure) throws SQLException {
    Statements.update(connection, LOCK, departure.toString());
  }
}
