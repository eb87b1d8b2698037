package io.travelsuite.examples.server.refund;

import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.pay.Keys;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.payments.Payments;
import io.travelsuite.payments.RefundResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Refunds: written down in the transaction that owes them, and given back after it. What a crash
 * leaves between the two, {@link #settleDue} does. Thread-safe.
 */
public final class Refunds {

  /** What makes the table of them. */
  public static final String TABLE = RefundTable.CREATE;

  private final HostTransactions transactions;
  private final Payments payments;

  /**
   * Refunds in a database, where the table of them is.
   *
   * @param transactions the server's
   * @param payments give money back
   */
  public Refunds(HostTransactions transactions, Payments payments) {
    this.transactions = transactions;
    this.payments = payments;
  }

  /**
   * Writes a refund down, unless there is one of its id.
   *
   * @param connection in the caller's transaction
   * @param refund ASKED where a second person is to look, else DUE
   * @throws SQLException when the database fails
   */
  public void add(Connection connection, Refund refund) throws SQLException {
    RefundTable.addIfAbsent(connection, refund);
  }

  /**
   * Writes a refund down, unless there is one of its id, in a transaction of its own.
   *
   * @param refund ASKED where a second person is to look, else DUE
   */
  public void add(Refund refund) {
    transactions.run(
        (connection, joined) -> {
          RefundTable.addIfAbsent(connection, refund);
          return true;
        });
  }

  /**
   * {@return the refund of that id, if there is one}
   *
   * @param id which
   */
  public Optional<Refund> find(UUID id) {
    return transactions.run((connection, joined) -> RefundTable.find(connection, id));
  }

  /**
   * {@return refunds by id}
   *
   * @param state of which state, or null for all
   * @param after after which one, or null for the first
   * @param most how many at most
   */
  public List<Refund> list(Refund.@Nullable State state, @Nullable UUID after, int most) {
    return transactions.run(
        (connection, joined) -> RefundTable.list(connection, state, after, most));
  }

  /**
   * {@return all refunds of a booking}
   *
   * @param booking which
   */
  public List<Refund> of(BookingId booking) {
    return transactions.run((connection, joined) -> of(connection, booking));
  }

  /**
   * {@return the same, on a connection}
   *
   * @param connection to read from
   * @param booking which
   * @throws SQLException when the database fails
   */
  public static List<Refund> of(Connection connection, BookingId booking) throws SQLException {
    return RefundTable.of(connection, booking);
  }

  /**
   * Decides about a refund that waits, once.
   *
   * @param id which
   * @param next DUE or REJECTED
   * @param by who decides
   * @return the refund as it stands, also when it was decided so by the same person before
   */
  public Answer<Refund> decide(UUID id, Refund.State next, String by) {
    return transactions.run(
        (connection, joined) -> {
          Refund found = RefundTable.lock(connection, id).orElse(null);
          if (found == null) {
            return Answer.refused(Why.NO_SUCH_REFUND, "there is no refund of that id");
          }
          boolean again =
              by.equals(found.decidedBy())
                  && (found.state() == Refund.State.REJECTED) == (next == Refund.State.REJECTED);
          if (again) {
            return new Answer.Done<>(found);
          }
          if (found.state() != Refund.State.ASKED) {
            return Answer.refused(Why.WRONG_STATE, "the refund is " + found.state());
          }
          Refund decided = found.state(next, by);
          RefundTable.update(connection, decided);
          return new Answer.Done<>(decided);
        });
  }

  /**
   * Gives back what is due. Safe to repeat: the refund's id is the provider's key for it.
   *
   * @param id which
   * @return the refund as it stands; DUE still when the provider did not answer
   */
  public Answer<Refund> settle(UUID id) {
    Refund found = find(id).orElse(null);
    if (found == null) {
      return Answer.refused(Why.NO_SUCH_REFUND, "there is no refund of that id");
    }
    if (found.state() != Refund.State.DUE) {
      return new Answer.Done<>(found);
    }
    Refund.State state = giveBack(found);
    if (state == Refund.State.DUE) {
      return new Answer.Done<>(found);
    }
    Refund settled = found.state(state, found.decidedBy());
    transactions.run(
        (connection, joined) -> {
          RefundTable.update(connection, settled);
          return true;
        });
    return new Answer.Done<>(settled);
  }

  private Refund.State giveBack(Refund due) {
    RefundResult result =
        payments.refund(
            due.what().payment(), due.what().amount(), Keys.of("refund", due.id().toString()));
    if (result instanceof RefundResult.Refunded) {
      return Refund.State.DONE;
    }
    return result instanceof RefundResult.Unclear ? Refund.State.DUE : Refund.State.DECLINED;
  }

  /**
   * Gives back what is due and was not, because a provider did not answer or the server stopped.
   *
   * @param most how many at most
   */
  public void settleDue(int most) {
    list(Refund.State.DUE, null, most).forEach(due -> settle(due.id()));
  }
}
