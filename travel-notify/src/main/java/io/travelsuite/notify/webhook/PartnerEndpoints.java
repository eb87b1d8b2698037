package io.travelsuite.notify.webhook;

import io.travelsuite.inventory.OperatorId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The endpoints of partners. Thread-safe. */
public interface PartnerEndpoints {

  /**
   * Registers an endpoint, enabled. Give the host's {@link EndpointSecrets} its first secret next:
   * what falls due before waits for it.
   *
   * @param operator whose events it gets
   * @param url where they go: https, a public host's name
   * @param types which events, see {@link PartnerEndpoint#types}
   * @return the endpoint
   * @throws io.travelsuite.InvalidRequestException if the URL or a type is not taken, or the
   *     operator has 100 endpoints
   */
  PartnerEndpoint register(OperatorId operator, String url, Set<String> types);

  /**
   * {@return an endpoint}
   *
   * @param id its id
   */
  Optional<PartnerEndpoint> find(EndpointId id);

  /**
   * {@return the endpoints of an operator, disabled ones too, at most 100}
   *
   * @param operator the operator
   */
  List<PartnerEndpoint> of(OperatorId operator);

  /**
   * Gives an endpoint another URL and other types; what waits goes to the new URL.
   *
   * @param id its id
   * @param url where events go from now on
   * @param types which
   * @return whether there is such an endpoint
   */
  boolean change(EndpointId id, String url, Set<String> types);

  /**
   * Makes the next secret the current one. The one before signs too for some time, so that the
   * partner may change over at any moment of it. The next secret, of number {@link
   * SigningKeys#current} and one, must be in the host's {@link EndpointSecrets} before.
   *
   * @param id its id
   * @param overlap how long the one before signs too, 0 to 30 days; 24 hours is usual, 0 is for one
   *     that leaked
   * @return the endpoint with its keys, or nothing if there is no such endpoint
   */
  Optional<PartnerEndpoint> rotate(EndpointId id, Duration overlap);

  /**
   * Stops sending to an endpoint. What waits stays, new events are not kept for it.
   *
   * @param id its id
   * @param reason why, 1 to 200 characters, without personal data
   * @return whether it was enabled
   */
  boolean disable(EndpointId id, String reason);

  /**
   * Sends to an endpoint again; what waited is due at once.
   *
   * @param id its id
   * @return whether it was disabled
   */
  boolean enable(EndpointId id);

  /**
   * Removes an endpoint and all that waits for it, 300 deliveries a transaction.
   *
   * @param id its id
   * @return whether there was one
   */
  boolean remove(EndpointId id);
}
