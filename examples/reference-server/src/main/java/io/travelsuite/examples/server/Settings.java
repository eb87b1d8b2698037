package io.travelsuite.examples.server;

import io.travelsuite.examples.server.edge.Limits;
import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.edge.Naming;
import io.travelsuite.examples.server.message.MailServer;
import io.travelsuite.examples.server.operation.Monitoring;
import io.travelsuite.examples.server.person.PersonKeys;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.security.Profile;
import io.travelsuite.security.secret.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server is told.
 *
 * @param profile where it runs: a demo token and a demo operator are for development alone
 * @param database where its data is
 * @param web how it is reached
 * @param secrets all of them, by the names of {@link SettingsReader}
 * @param running what it does
 */
record Settings(Profile profile, Database database, Web web, Secrets secrets, Running running) {

  /** This machine's clock, for what need not agree with others: certificates, timers, secrets. */
  static final Clock MACHINE = InstantSource.system().withZone(ZoneOffset.UTC);

  /**
   * Settings for this machine alone.
   *
   * @param jdbcUrl the database, or null for an embedded one
   * @param port where it listens; 0 for any that is free
   * @param changesAllowed how many calls that change something a token may make, as {@code 600/m}
   * @param clock what the library judges time by in tests, or null for the database's clock
   */
  Settings(@Nullable String jdbcUrl, int port, String changesAllowed, @Nullable Clock clock) {
    this(
        Profile.DEVELOPMENT,
        new Database(jdbcUrl, null),
        Web.locally(port),
        SettingsReader.noSecrets(),
        new Running(changesAllowed, clock, true, null, null, Outside.DEFAULT));
  }

  /**
   * Where the data is.
   *
   * @param jdbcUrl the database, or null for an embedded one
   * @param user who signs in there with the secret DATABASE_PASSWORD; null when the URL tells
   */
  record Database(@Nullable String jdbcUrl, @Nullable String user) {

    /** The URL may hold a password. */
    @Override
    public String toString() {
      return "Database[hidden]";
    }
  }

  /**
   * How it is reached.
   *
   * @param listening where it listens
   * @param naming how others reach it
   * @param limits how much is taken from clients
   */
  record Web(Listening listening, Naming naming, Limits limits) {

    static Web locally(int port) {
      int known = port == 0 ? Listening.freePort() : port;
      return new Web(Listening.locally(known), Naming.locally(known), Limits.DEFAULT);
    }
  }

  /**
   * What it does.
   *
   * @param changesAllowed how many calls that change something a token may make, as {@code 600/m}
   * @param clock what the library judges time by in tests, or null for the database's clock
   * @param demo whether there is something to sell for a try
   * @param deployment a file with what no program can see, for the readiness check; or null
   * @param journal the file that tells who was erased, outside the database; or null
   * @param outside whom it tells what
   */
  record Running(
      String changesAllowed,
      @Nullable Clock clock,
      boolean demo,
      @Nullable Path deployment,
      @Nullable Path journal,
      Outside outside) {}

  /**
   * Whom it tells what, beside those who ask.
   *
   * @param egress where webhooks to partners may go
   * @param watchers who is told how it is doing
   * @param mail where mails to whoever books go out, or null where none do
   */
  record Outside(Egress egress, Monitoring.Addresses watchers, @Nullable MailServer mail) {

    static final Outside DEFAULT = new Outside(Egress.DEFAULT, Monitoring.Addresses.NONE, null);
  }

  /** {@return what seals whoever books, where there is a key} */
  Optional<PersonKeys> personKeys() {
    return secrets.find(SettingsReader.PERSONAL_DATA_KEY).map(PersonKeys::of);
  }

  /** The settings of an environment; see {@link SettingsReader}. */
  static Settings of(Map<String, String> environment) {
    return SettingsReader.read(environment);
  }

  /** {@return these settings with other ways to be reached} */
  Settings with(Web other) {
    return new Settings(profile, database, other, secrets, running);
  }

  /** {@return these settings of another profile} */
  Settings with(Profile other) {
    return new Settings(other, database, web, secrets, running);
  }

  /** {@return these settings for a try on this machine alone, before a port is opened to others} */
  Settings rehearsal() {
    boolean own = web.listening().certificate() != null;
    Listening here =
        new Listening(
            "127.0.0.1",
            Listening.freePort(),
            own ? Listening.freePort() : -1,
            web.listening().certificate());
    Naming told = web.naming();
    List<String> proxies = new ArrayList<>(told.proxies());
    proxies.add("127.0.0.1"); // the one that asks is in the place of a proxy
    Naming as =
        new Naming(
            told.origins(), told.hosts(), own ? told.proxies() : proxies, told.corsOrigins());
    Running quiet =
        new Running(
            running.changesAllowed(),
            running.clock(),
            running.demo(),
            running.deployment(),
            running.journal(),
            new Outside(running.outside().egress(), Monitoring.Addresses.NONE, null));
    return new Settings(profile, database, new Web(here, as, web.limits()), secrets, quiet);
  }
}
