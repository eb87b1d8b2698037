package io.travelsuite.notify.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks may go, and how long they may take. Immutable.
 *
 * @param ports the ports that a URL may name; 443 alone by default
 * @param addresses which addresses a name may stand for; {@link AddressRule#publicOnly} by default
 * @param resolver finds addresses; the machine's by default
 * @param tls whose certificates are trusted, or null for the JVM's default
 * @param plain whether http is taken, for tests on the loopback; never by default
 * @param times how long a try may take
 */
public record Egress(
    Set<Integer> ports,
    AddressRule addresses,
    Resolver resolver,
    @Nullable SSLContext tls,
    boolean plain,
    Times times) {

  /**
   * How long a try may take.
   *
   * @param connect to one address, 100 ms to 30 s; 5 s by default
   * @param all from the name to the answer's header, 100 ms to 60 s; 20 s by default (the standard
   *     recommends 15 to 30)
   */
  public record Times(Duration connect, Duration all) {

    /** Checks the ranges. */
    public Times {
      check("connect", connect, Duration.ofSeconds(30));
      check("all", all, Duration.ofSeconds(60));
    }

    private static void check(String field, Duration time, Duration most) {
      boolean within = time.compareTo(Duration.ofMillis(100)) >= 0 && time.compareTo(most) <= 0;
      unless(within, field, time, "must be 100 ms to " + most);
    }
  }

  /** Port 443 of public addresses, by TLS, within 20 seconds. */
  public static final Egress DEFAULT =
      new Egress(
          Set.of(443),
          AddressRule.publicOnly(),
          Resolver.ofTheMachine(),
          null,
          false,
          new Times(Duration.ofSeconds(5), Duration.ofSeconds(20)));

  /** Copies the ports. */
  public Egress {
    ports = Set.copyOf(ports);
    for (int port : ports) {
      unless(port >= 1 && port <= 65_535, "ports", port, "must be 1 to 65535");
    }
  }

  /**
   * {@return the same with other ports}
   *
   * @param allowed the ports that a URL may name
   */
  public Egress ports(Set<Integer> allowed) {
    return new Egress(allowed, addresses, resolver, tls, plain, times);
  }

  /**
   * {@return the same with another rule}
   *
   * @param rule which addresses a name may stand for
   */
  public Egress addresses(AddressRule rule) {
    return new Egress(ports, rule, resolver, tls, plain, times);
  }

  /**
   * {@return the same with another resolver}
   *
   * @param other finds addresses
   */
  public Egress resolver(Resolver other) {
    return new Egress(ports, addresses, other, tls, plain, times);
  }

  /**
   * {@return the same with other trust}
   *
   * @param context whose certificates are trusted
   */
  public Egress tls(SSLContext context) {
    return new Egress(ports, addresses, resolver, context, plain, times);
  }

  /** {@return the same that takes http too}: for tests on the loopback. */
  public Egress plainToo() {
    return new Egress(ports, addresses, resolver, tls, true, times);
  }

  /**
   * {@return the same with other times}
   *
   * @param other how long a try may take
   */
  public Egress times(Times other) {
    return new Egress(ports, addresses, resolver, tls, plain, other);
  }

  /**
   * Reads a URL that this allows; its name is resolved only when something is sent.
   *
   * @param url the URL
   * @return the URL
   * @throws io.travelsuite.InvalidRequestException if its form or its port is not allowed
   */
  public PartnerUrl check(String url) {
    PartnerUrl read = PartnerUrl.of(url);
    unless(read.secure() || plain, "url", read, "must be https");
    unless(ports.contains(read.port()), "url", read, "must name an allowed port");
    return read;
  }
}
