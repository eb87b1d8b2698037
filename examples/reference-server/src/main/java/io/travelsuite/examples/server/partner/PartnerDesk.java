package io.travelsuite.examples.server.partner;

import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.JdbcPartners;
import io.travelsuite.notify.webhook.DeadDelivery;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import io.travelsuite.notify.webhook.PartnerUrl;
import io.travelsuite.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the office does with those who are told by webhooks. Thread-safe. */
public final class PartnerDesk {

  private static final int MOST_DEAD = 300;

  private final OperatorId operator;
  private final JdbcPartners partners;
  private final PartnerSecrets secrets;

  /**
   * A desk.
   *
   * @param operator whose partners they are
   * @param partners the library's
   * @param secrets where they are kept
   */
  PartnerDesk(OperatorId operator, JdbcPartners partners, PartnerSecrets secrets) {
    this.operator = operator;
    this.partners = partners;
    this.secrets = secrets;
  }

  /**
   * An endpoint and the secret that it was given just now.
   *
   * @param endpoint the endpoint
   * @param secret to be told once; null where it was told before
   */
  public record Registered(PartnerEndpoint endpoint, @Nullable Secret secret) {}

  /**
   * Registers an endpoint. One of that URL and those types that is there already is the answer,
   * without its secret.
   *
   * @param url https, of a public host
   * @param types of the events that it gets
   * @return the endpoint
   * @throws io.travelsuite.InvalidRequestException if the URL or a type is not taken
   */
  public Registered register(String url, Set<String> types) {
    for (PartnerEndpoint known : list()) {
      boolean same = known.url().equals(PartnerUrl.of(url));
      if (same && known.types().equals(types)) {
        return new Registered(known, null);
      }
    }
    PartnerEndpoint made = partners.endpoints().register(operator, url, types);
    return new Registered(made, secrets.make(made.id(), made.keys().current()));
  }

  /** {@return all endpoints, paused ones too} */
  public List<PartnerEndpoint> list() {
    return partners.endpoints().of(operator);
  }

  /**
   * Sends nothing to an endpoint any more; what waits stays.
   *
   * @param id which
   * @return the endpoint as it is now
   */
  public Answer<PartnerEndpoint> pause(EndpointId id) {
    return change(id, found -> partners.endpoints().disable(id, "paused by the office"));
  }

  /**
   * Sends to an endpoint again; what waited is due at once.
   *
   * @param id which
   * @return the endpoint as it is now
   */
  public Answer<PartnerEndpoint> resume(EndpointId id) {
    return change(id, found -> partners.endpoints().enable(id));
  }

  /**
   * Gives an endpoint another secret.
   *
   * @param id which
   * @param overlap how long the one before signs too
   * @return the endpoint with its new secret
   */
  public Answer<Registered> rotate(EndpointId id, Duration overlap) {
    return find(id)
        .map(
            found -> {
              secrets.make(id, found.keys().current() + 1); // before it signs
              PartnerEndpoint rotated =
                  partners.endpoints().rotate(id, overlap).orElse(found); // of two at once, later
              return new Registered(rotated, secrets.make(id, rotated.keys().current()));
            });
  }

  /** {@return webhooks that were given up, the first of them first} */
  public List<DeadDelivery> dead() {
    Set<EndpointId> own =
        list().stream().map(PartnerEndpoint::id).collect(Collectors.toUnmodifiableSet());
    return partners.dead(MOST_DEAD).stream().filter(dead -> own.contains(dead.endpoint())).toList();
  }

  /**
   * Sends a webhook that was given up once more.
   *
   * @param id to which endpoint
   * @param event of which event
   * @return the endpoint
   */
  public Answer<PartnerEndpoint> replay(EndpointId id, UUID event) {
    return find(id)
        .then(
            found ->
                partners.replay(id, event)
                    ? new Answer.Done<>(found)
                    : Answer.refused(
                        Why.NO_SUCH_DELIVERY, "no webhook of that event was given up"));
  }

  private Answer<PartnerEndpoint> change(
      EndpointId id, Function<PartnerEndpoint, Boolean> changed) {
    return find(id)
        .then(
            found -> {
              boolean unused = changed.apply(found); // not so when it was so before
              return find(id);
            });
  }

  private Answer<PartnerEndpoint> find(EndpointId id) {
    Optional<PartnerEndpoint> found =
        partners.endpoints().find(id).filter(one -> one.operator().equals(operator));
    return found
        .<Answer<PartnerEndpoint>>map(Answer.Done::new)
        .orElseGet(() -> Answer.refused(Why.NO_SUCH_PARTNER, "there is no endpoint of that id"));
  }
}
