package io.travelsuite.security.readiness;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Whether a deployment is fit for production. All checks of {@link #checks()} are made at each run:
 * on what the {@link Deployment} describes, on what the {@link Probes} see, and on what somebody
 * has stated ({@link Attestation}).
 *
 * <pre>{@code
 * ReadinessReport report = ReadinessCheck.of(deployment, probes, clock).run(executor);
 * System.out.print(report.text());
 * report.requireReady();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ReadinessCheck {

  /** How long probes may take, all at once, when nothing else is said. */
  public static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration MOST_PATIENCE = Duration.ofMillis(4500);

  private final Deployment deployment;
  private final Probes probes;
  private final Clock clock;
  private final Terms terms;

  /** How a run goes: how long probes may take, and what does not count. */
  private record Terms(Duration patience, Map<String, Silence> silences) {}

  private ReadinessCheck(Deployment deployment, Probes probes, Clock clock, Terms terms) {
    this.deployment = deployment;
    this.probes = probes;
    this.clock = clock;
    this.terms = terms;
  }

  /**
   * A check with nothing silenced.
   *
   * @param deployment what is described
   * @param probes what looks at the live things
   * @param clock what time it is
   * @return the check
   * @throws io.travelsuite.InvalidRequestException if a statement is for no check that there is
   */
  public static ReadinessCheck of(Deployment deployment, Probes probes, Clock clock) {
    for (Attestation statement : deployment.attestations()) {
      unless(
          Catalogue.isOf(statement.id(), Kind.ATTEST),
          "attestation",
          statement.id(),
          "must be of a check that asks for one");
    }
    return new ReadinessCheck(deployment, probes, clock, new Terms(PATIENCE, Map.of()));
  }

  /**
   * {@return this check with findings that are not to count, instead of those so far}
   *
   * @param silences each for another check
   * @throws io.travelsuite.InvalidRequestException if an id is unknown, is there twice, or is
   *     {@code silence.expired}
   */
  public ReadinessCheck silencing(List<Silence> silences) {
    Map<String, Silence> byId = new HashMap<>();
    for (Silence silence : silences) {
      boolean known = Catalogue.find(silence.id()) != null;
      unless(known, "silence", silence.id(), "must be of a check that there is");
      boolean allowed = !silence.id().equals(Catalogue.EXPIRED.id());
      unless(allowed, "silence", silence.id(), "must not silence that a silence expired");
      boolean first = byId.put(silence.id(), silence) == null;
      unless(first, "silence", silence.id(), "must not be there twice");
    }
    return new ReadinessCheck(deployment, probes, clock, new Terms(terms.patience, byId));
  }

  /**
   * {@return this check with another time for the probes}
   *
   * @param patience how long they may take, all at once; 1 to 4,500 ms
   */
  public ReadinessCheck patience(Duration patience) {
    boolean fits = patience.toMillis() >= 1 && patience.compareTo(MOST_PATIENCE) <= 0;
    unless(fits, "patience", patience, "must be 1 to 4500 ms");
    return new ReadinessCheck(deployment, probes, clock, new Terms(patience, terms.silences));
  }

  /**
   * Makes all checks. A probe that fails, hangs or finds no thread is a finding; it is interrupted
   * when its time is over, and this method returns whether it heeds that or not.
   *
   * @param executor what probes run on, at once: it should have a thread for each of them
   * @return what was found
   */
  public ReadinessReport run(Executor executor) {
    Looking looking = new Looking(terms.patience);
    looking.look(deployment, probes, executor);
    Facts facts = new Facts(deployment, looking.answers(), clock.instant());
    Judging judging = new Judging(facts, terms.silences);
    looking.failures().forEach(judging::found);
    Catalogue.ALL.forEach(judging::judge);
    return judging.report();
  }

  /** {@return all checks, in the order of the report} */
  public static List<Check> checks() {
    return Catalogue.ALL;
  }

  /**
   * {@return the check of an id, or null}
   *
   * @param id such as {@code db.tls}
   */
  public static @Nullable Check find(String id) {
    return Catalogue.find(id);
  }
}
