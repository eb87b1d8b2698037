package io.travelsuite.security.signin;

import java.time.Duration;

/**
 * How often may be tried in vain, by what a try is counted under.
 *
 * @param account on one account, from devices that were never signed in to it, wherever they are:
 *     what a botnet meets
 * @param address from one address, on all accounts: who tries one password on many
 * @param pair on one account from one address: keeps one attacker from locking an account for all
 *     others, all day
 * @param device on one account, from a device that was signed in to it before
 */
public record LoginRules(LoginRule account, LoginRule address, LoginRule pair, LoginRule device) {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * By account 5 in 15 minutes and 50 a day, by address 30 and 300, by account and address 5 and
   * 20, by device 5 and 20; on accounts and devices a delay after the third of a day, from one
   * second, doubling, to 15 minutes.
   */
  public static final LoginRules DEFAULT =
      new LoginRules(
          growing(LoginRule.of(new TryWindow(5, QUARTER), new TryWindow(50, DAY))),
          LoginRule.of(new TryWindow(30, QUARTER), new TryWindow(300, DAY)),
          LoginRule.of(new TryWindow(5, QUARTER), new TryWindow(20, DAY)),
          growing(LoginRule.of(new TryWindow(5, QUARTER), new TryWindow(20, DAY))));

  private static LoginRule growing(LoginRule rule) {
    return rule.delaying(3, Duration.ofSeconds(1), QUARTER);
  }
}
