package io.travelsuite.payments.ledger;

import io.travelsuite.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where payments are kept. Thread-safe, and shared by every JVM of the host: each method is atomic
 * on its own, and judges time by the store's own clock.
 *
 * <p>Every method throws {@link io.travelsuite.StorageException} when the database fails. All of
 * them may be repeated: the second time changes nothing. None makes a remote call, and no remote
 * call is made within one.
 */
public interface PaymentStore {

  /**
   * Records a payment, with its operation AUTHORIZE under the key {@code 1} PLANNED; or answers
   * what is there under its reference, which may be of another intent.
   *
   * @param payment the intent
   * @param firstCheck after how long it is due for the reconciler, unless somebody says otherwise
   * @return the payment as it is stored
   */
  StoredPayment open(Payment payment, Duration firstCheck);

  /**
   * {@return the payment of that reference, if there is one}
   *
   * @param reference our name for it
   */
  Optional<StoredPayment> find(PaymentReference reference);

  /**
   * Stores a fact, unless it is there (same provider, mode, object, transition <em>and</em> amount
   * and currency), and hands back the new totals. The payment is found by the fact's reference, or
   * without one by the provider's name for it; provider and mode must be the payment's. A fresh
   * fact makes the payment due for the reconciler at once. The first fact's name for the payment is
   * stored in place of one that an answer told: some providers name the page first and the payment
   * later.
   *
   * @param fact what happened
   * @return {@link ApplyResult.Applied} or {@link ApplyResult.NoSuchPayment}
   */
  ApplyResult apply(Fact fact);

  /**
   * Records an operation as SENT, or takes one over that is PLANNED, UNKNOWN, or SENT with a lapsed
   * lease; under the payment's lock. For one that is not recorded, and for a PLANNED one, {@link
   * StoredPayment#room} must be its amount at least. Makes the payment due for the reconciler when
   * the lease lapses, or earlier if it is.
   *
   * <p>An operation first recorded longer ago than {@link Lease#takenOverWithin} is taken over by
   * nobody, and answered as in flight.
   *
   * @param wanted the operation of a recorded payment
   * @param lease how long it is the caller's, and until when it may be taken over
   * @return {@link ClaimResult.Claimed}, {@link ClaimResult.InFlight} (also when PENDING), {@link
   *     ClaimResult.Settled}, {@link ClaimResult.OtherAmount} or {@link ClaimResult.NoRoom}
   */
  ClaimResult claim(Operation wanted, Lease lease);

  /**
   * Stores what came of an operation. One that is settled stays as it is, and UNKNOWN does not
   * replace PENDING.
   *
   * @param operation the operation in its new state
   * @param providerPayment the provider's name for the payment if it was learned; stored unless one
   *     is; or null
   * @return the payment as it is stored
   */
  StoredPayment settle(Operation operation, @Nullable String providerPayment);

  /**
   * Changes a payment's fate, if it is as expected.
   *
   * @param reference which
   * @param expected what it must be now
   * @param next what it becomes
   * @return the payment with the fate that is in force now
   */
  StoredPayment decide(PaymentReference reference, Fate expected, Fate next);

  /**
   * Takes payments that are due for the reconciler, the longest due first. Each is next due when
   * the lease lapses, so that no two JVMs look at the same and one that dies leaves nothing behind.
   *
   * @param provider the provider's name
   * @param mode whose
   * @param limit the most to take, 1 to 1,000
   * @param lease how long they are the caller's
   * @return which, with how often each was looked at since it last changed
   */
  List<Due> due(String provider, Mode mode, int limit, Duration lease);

  /**
   * Says when a payment is next due, unless it has changed since it was read.
   *
   * @param reference which
   * @param version the version that was read
   * @param after how long from now, or null for never: unless a fresh fact comes
   */
  void checkAgain(PaymentReference reference, int version, @Nullable Duration after);

  /**
   * A payment that is due.
   *
   * @param reference which
   * @param looks how often it was due before since {@link #apply} last stored a fresh fact of it
   */
  record Due(PaymentReference reference, int looks) {}
}
