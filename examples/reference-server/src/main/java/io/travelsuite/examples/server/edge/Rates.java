package io.travelsuite.examples.server.edge;

import io.javalin.http.Context;
import io.travelsuite.security.address.ClientAddress;
import io.travelsuite.security.address.RequestHeaders;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateFields;
import io.travelsuite.security.rate.RateKey;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.rate.RatePolicy;
import io.travelsuite.security.rate.RateRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often anything may be done: the one table of limits, each for all processes together. */
public final class Rates {

  /** Of calls with a token that change something, by token; its API counts them. */
  public static final String CHANGES = "octo";

  /** Of calls that ask by POST, by client. */
  public static final String ASKS = "ask";

  /** Of sign-ins, by client; the library's guard counts those in vain besides. */
  public static final String SIGN_IN = "sign_in";

  /** Of what staff change, by session. */
  public static final String OFFICE = "office";

  /** Of pages that customers look at, by client, in each process. */
  public static final String PAGES = "pages";

  /** Of what customers without an account change, by client. */
  public static final String SHOP = "shop";

  /** Of what providers send. */
  public static final String WEBHOOKS = "webhooks";

  private final Map<String, RateLimiter> limiters = new HashMap<>();

  /**
   * The table.
   *
   * @param changes how many changes one token may make: {@code 1200/m}
   * @param client how the address of a client is found
   * @param limiters makes a limiter of a policy
   */
  public Rates(String changes, ClientAddress client, Limiters limiters) {
    RateKey user = RateKey.userOrAddress(client);
    RateKey address = RateKey.clientAddress(client);
    Stream.of(
            RatePolicy.of(SIGN_IN, address, "30/m", "300/h").closedWhenDown(),
            RatePolicy.of(OFFICE, user, "300/m"))
        .map(limiters::rare)
        .forEach(this::add);
    Stream.of(
            RatePolicy.of(CHANGES, user, changes),
            RatePolicy.of(ASKS, address, "6000/m"),
            RatePolicy.of(SHOP, address, "300/m"),
            RatePolicy.of(WEBHOOKS, address, "3000/m"))
        .map(limiters::hot)
        .forEach(this::add);
    add(limiters.local(RatePolicy.of(PAGES, address, "6000/m")));
  }

  private void add(RateLimiter limiter) {
    limiters.put(limiter.policy().group(), limiter);
  }

  /** {@return the names of all limits} */
  public Set<String> names() {
    return Collections.unmodifiableSet(limiters.keySet());
  }

  /** {@return the limiter of a name} */
  public RateLimiter limiter(String name) {
    RateLimiter limiter = limiters.get(name);
    if (limiter == null) {
      throw new IllegalArgumentException("no limit is named " + name);
    }
    return limiter;
  }

  /** Counts a request: 0 when it may go on, else the status to answer. */
  int refusal(Context context, String name, @Nullable String user) {
    Decision decision = count(context, limiter(name), user);
    return decision.allowed() ? 0 : decision.status();
  }

  /** {@return what a limiter decides of a request; the answer tells how much is left} */
  public static Decision count(Context context, RateLimiter limiter, @Nullable String user) {
    Decision decision = limiter.decide(request(context, user));
    RateFields.withLimits(limiter.policy(), decision).forEach(context::header);
    return decision;
  }

  /** {@return what the guards look at of a request} */
  public static RateRequest request(Context context, @Nullable String user) {
    return new RateRequest(
        context.method().name(), context.req().getRemoteAddr(), headers(context), user);
  }

  /** {@return the header fields of a request} */
  public static RequestHeaders headers(Context context) {
    return name -> Collections.list(context.req().getHeaders(name));
  }
}
