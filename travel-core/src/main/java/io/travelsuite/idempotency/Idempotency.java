package io.travelsuite.idempotency;

import java.time.Duration;
import java.time.Instant;

/**
 * Claims of keys: who may do a thing, who must wait, and what is answered again. Thread-safe,
 * unless joined to a connection.
 *
 * <p>Two ways to use it:
 *
 * <ul>
 *   <li><b>joined</b>, for what happens in the database alone: claim, business write and complete
 *       on the caller's connection, and commit together. A crash leaves nothing.
 *   <li><b>external effect</b>, for a remote call: the claim commits, with an intent of the host's
 *       if it likes; the call runs with no connection held; complete commits with the business
 *       write. A crash in between leaves a claim that {@linkplain Claim.NeedsRecovery needs
 *       recovery}.
 * </ul>
 *
 * <p>Leases are judged by the database's clock alone. All methods throw {@link
 * io.travelsuite.StorageException} when the database fails, and {@link
 * io.travelsuite.InvalidRequestException} for input that can never be right. Joined, somebody
 * else's open transaction on the same key is waited for; when that is rolled back, the server may
 * end those who waited with a deadlock, which is a {@code retryable()} StorageException: restart
 * the transaction.
 */
public interface Idempotency {

  /**
   * Claims a key on the {@linkplain ClaimTerms#DEFAULT default terms}.
   *
   * @param scope within which the key is unique
   * @param key 1 to 255 printable ASCII characters
   * @param fingerprint of the request
   * @return whether it is the caller's to do
   */
  default Claim claim(Scope scope, String key, Fingerprint fingerprint) {
    return claim(scope, key, fingerprint, ClaimTerms.DEFAULT);
  }

  /**
   * Claims a key.
   *
   * @param scope within which the key is unique
   * @param key 1 to 255 printable ASCII characters
   * @param fingerprint of the request
   * @param terms of this claim
   * @return whether it is the caller's to do: every answer of {@link Claim} is possible
   */
  Claim claim(Scope scope, String key, Fingerprint fingerprint, ClaimTerms terms);

  /**
   * Begins the lease anew, for work that takes longer.
   *
   * @param fence of the claim
   * @param lease from now on: 1 second to 1 day
   * @return until when
   * @throws StaleClaimException when the claim is not the caller's any more
   */
  Instant extend(Fence fence, Duration lease);

  /**
   * Notes how far it has come, in place of what was noted before. From then on its effect may have
   * started. Not for card numbers or secrets.
   *
   * @param fence of the claim
   * @param checkpoint what whoever recovers it will need: at most 16,000 characters
   * @throws StaleClaimException when the claim is not the caller's any more
   */
  void checkpoint(Fence fence, String checkpoint);

  /**
   * Stores the outcome, a success or a definitive decline. Repeated with the same outcome it does
   * nothing.
   *
   * @param fence of the claim
   * @param outcome to be answered from now on
   * @throws StaleClaimException when the claim is not the caller's any more, or has another outcome
   */
  void complete(Fence fence, Outcome outcome);

  /**
   * Tells that nobody knows what came of it, for example after a timeout. It stays so until
   * somebody asks: the lease ends, and the next claim {@linkplain Claim.NeedsRecovery needs
   * recovery}. The caller may still complete it as long as nobody else has claimed it.
   *
   * @param fence of the claim
   * @throws StaleClaimException when the claim is not the caller's any more
   */
  void unknown(Fence fence);

  /**
   * Gives the claim up: nothing was done, for certain. The next claim with the same fingerprint is
   * fresh. Also the answer of a recovery that found out that nothing happened.
   *
   * @param fence of the claim
   * @throws StaleClaimException when the claim is not the caller's any more
   */
  void release(Fence fence);

  /**
   * Lets a parked claim be tried again, its attempts counted anew. Whether its effect may have
   * started stays as it was.
   *
   * @param scope of the key
   * @param key 1 to 255 printable ASCII characters
   * @return whether it was parked
   */
  boolean resume(Scope scope, String key);

  /**
   * Deletes claims past their retention, in one short transaction: those with an outcome and those
   * given up, never one in flight, unknown or parked. Passes over what others have locked. Call it
   * now and then, again while it answers {@code most}; nothing depends on it but space.
   *
   * @param most 1 to 300
   * @return how many it deleted
   */
  int purge(int most);
}
