package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sessions, passwords, limits of tries, tokens and roles. */
final class SignInChecks {

  static final List<Check> ALL =
      List.of(
          warning(
                  "session.idle",
                  "Sessions of customers last more than 30 minutes unused",
                  "Use SessionTerms.CUSTOMER")
              .config(
                  Deployment::signIn,
                  s -> s.customers().idle().compareTo(Duration.ofMinutes(30)) > 0),
          warning(
                  "session.staff-idle",
                  "Sessions of staff last more than 15 minutes unused",
                  "Use SessionTerms.STAFF")
              .config(
                  Deployment::signIn, s -> s.staff().idle().compareTo(Duration.ofMinutes(15)) > 0),
          warning(
                  "session.absolute",
                  "Sessions of customers last more than a day",
                  "Use SessionTerms.CUSTOMER")
              .config(
                  Deployment::signIn,
                  s -> s.customers().absolute().compareTo(Duration.ofDays(1)) > 0),
          warning(
                  "session.staff-absolute",
                  "Sessions of staff last more than 12 hours",
                  "Use SessionTerms.STAFF")
              .config(
                  Deployment::signIn,
                  s -> s.staff().absolute().compareTo(Duration.ofHours(12)) > 0),
          error("session.renew", "A session keeps its id at sign-in", "Use Sessions.begin")
              .config(Deployment::signIn, s -> !s.renewsIds()),
          error(
                  "sign-in.length",
                  "Customers may have passwords of less than 8 characters",
                  "Use PasswordPolicy.atLeast")
              .config(Deployment::signIn, s -> s.customerLeast() < 8),
          error(
                  "sign-in.staff-length",
                  "Staff may have passwords of less than 12 characters",
                  "Use PasswordPolicy.forStaff")
              .config(Deployment::signIn, s -> s.staffLeast() < 12),
          warning("sign-in.longest", "Passwords of 64 characters are refused", "Allow 64 or more")
              .config(Deployment::signIn, s -> s.most() < 64),
          error("sign-in.common", "Common passwords are taken", "Use PasswordPolicy")
              .config(Deployment::signIn, s -> !s.refusesCommon()),
          error("sign-in.hash", "Passwords are hashed too fast", "Use Passwords")
              .config(
                  Deployment::signIn,
                  s ->
                      !Set.of("argon2id", "bcrypt", "scrypt")
                          .contains(s.hash().toLowerCase(Locale.ROOT))),
          warning(
                  "sign-in.hash-cost",
                  "Argon2id has less than 19 MiB",
                  "Use the defaults of Passwords")
              .config(
                  Deployment::signIn,
                  s -> s.hash().equalsIgnoreCase("argon2id") && s.hashKib() < 19456),
          error(
                  "sign-in.account-tries",
                  "An account may be tried more than 20 times in 15 minutes",
                  "Use LoginRules.DEFAULT")
              .config(Deployment::signIn, s -> s.triesByAccount() < 1 || s.triesByAccount() > 20),
          error(
                  "sign-in.address-tries",
                  "An address may try more than 300 times in 15 minutes",
                  "Use LoginRules.DEFAULT")
              .config(Deployment::signIn, s -> s.triesByAddress() < 1 || s.triesByAddress() > 300),
          warning("sign-in.second-factor", "Staff need no second factor", "Ask for one")
              .config(Deployment::signIn, s -> !s.staffSecondFactor()),
          error(
                  "sign-in.default",
                  "A well-known password lets somebody in",
                  "Change it, and end the sessions of the account")
              .lookEach(Look.DEFAULT_LOGINS, (names, f) -> names.stream().sorted().toList()),
          error("token.lifetime", "API tokens live for more than a year", "Use ApiTokens")
              .config(
                  Deployment::signIn,
                  s -> WebChecks.unbounded(s.tokenLifetime(), Duration.ofDays(366))),
          warning(
                  "token.old",
                  "An API token is older than 180 days",
                  "Rotate those that ApiTokens.olderThan lists")
              .look(Look.TOKENS, age -> age.compareTo(Duration.ofDays(180)) > 0),
          warning("role.two-person", "One person alone makes large refunds", "Use TwoPersonRule")
              .config(Deployment::signIn, s -> !s.twoPersonRefunds()));

  private SignInChecks() {}
}
