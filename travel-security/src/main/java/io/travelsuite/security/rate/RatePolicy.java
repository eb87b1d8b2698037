package io.travelsuite.security.rate;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is limited, by what, and how much.
 *
 * <pre>{@code
 * RatePolicy booking =
 *     RatePolicy.of("create_booking", RateKey.clientAddress(address), "10/m", "100/h").methods("POST");
 * }</pre>
 *
 * <p>With several rules a request must pass all of them, the shortest window first; the first that
 * denies it is what it is told. A rule that a denied request had passed before has counted it: who
 * goes on trying is not better off.
 *
 * @param group what the counts are kept under, 1 to 64 of {@code A–Z a–z 0–9 . _ -}: policies that
 *     share a store count together when group, rule and key are the same
 * @param rules 1 to 4, by the length of their windows, which differ
 * @param key by what is counted
 * @param methods the HTTP methods that are counted, in capitals; all of them when empty
 * @param cost how many units a request takes, 1 to 1,000,000; 1 by default
 * @param whenDown what happens while the store does not answer; {@link WhenDown#LOCAL} by default
 */
public record RatePolicy(
    String group,
    List<RateRule> rules,
    RateKey key,
    Set<String> methods,
    ToIntFunction<RateRequest> cost,
    WhenDown whenDown) {

  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,32}");
  private static final int MOST_RULES = 4;

  /** Checks, sorts the rules and copies. */
  public RatePolicy {
    unless(GROUP.matcher(group).matches(), "group", group, "must be 1 to 64 of A-Z a-z 0-9 . _ -");
    int size = rules.size();
    unless(size >= 1 && size <= MOST_RULES, "rules", rules, "must be 1 to 4");
    rules = rules.stream().sorted(Comparator.comparing(RateRule::window)).toList();
    long windows = rules.stream().map(RateRule::window).distinct().count();
    unless(windows == size, "rules", rules, "must have windows that differ");
    for (String method : methods) {
      unless(METHOD.matcher(method).matches(), "methods", method, "must be in capitals");
    }
    methods = Set.copyOf(methods);
  }

  /**
   * {@return a policy for all methods, one unit a request}
   *
   * @param group what the counts are kept under
   * @param key by what is counted
   * @param rules each as {@link RateRule#parse} reads it
   * @throws io.travelsuite.InvalidRequestException if one is not as it should be
   */
  public static RatePolicy of(String group, RateKey key, String... rules) {
    return of(group, key, Stream.of(rules).map(RateRule::parse).toList());
  }

  /**
   * {@return a policy for all methods, one unit a request}
   *
   * @param group what the counts are kept under
   * @param key by what is counted
   * @param rules 1 to 4
   */
  public static RatePolicy of(String group, RateKey key, List<RateRule> rules) {
    return new RatePolicy(group, rules, key, Set.of(), request -> 1, WhenDown.LOCAL);
  }

  /**
   * {@return the same policy for some methods only}
   *
   * @param counted in capitals
   */
  public RatePolicy methods(String... counted) {
    return new RatePolicy(group, rules, key, new HashSet<>(List.of(counted)), cost, whenDown);
  }

  /**
   * {@return the same policy with another cost}
   *
   * @param units how many units a request takes, 1 to 1,000,000
   */
  public RatePolicy cost(ToIntFunction<RateRequest> units) {
    return new RatePolicy(group, rules, key, methods, units, whenDown);
  }

  /** {@return the same policy, closed while its store does not answer} */
  public RatePolicy closedWhenDown() {
    return new RatePolicy(group, rules, key, methods, cost, WhenDown.CLOSED);
  }

  /**
   * {@return whether a request is counted}
   *
   * @param request the request
   */
  public boolean counts(RateRequest request) {
    return methods.isEmpty() || methods.contains(request.method());
  }

  /**
   * {@return the name of a rule where clients are told of it}: the group, and with several rules
   * the rule's text
   *
   * @param rule one of the rules
   */
  public String name(RateRule rule) {
    return rules.size() == 1 ? group : group + " " + rule.text();
  }
}
