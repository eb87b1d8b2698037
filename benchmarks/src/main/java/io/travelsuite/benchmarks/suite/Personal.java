package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.load.ClosedLoop;
import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.sale.CustomerSale;
import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.benchmarks.sale.Shop;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.PersonalDataKeys;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.data.KeyRing;
import io.travelsuite.security.key.SigningKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sales of one departure to known customers, sealed at rest and not: each run begins with another.
 */
final class Personal {

  private static final int CALLERS = 512;
  private static final int CONNECTIONS = 8;
  private static final int PLENTY = 100_000_000;
  private static final int KEY_BYTES = 32;

  private final Bench bench;
  private final SecureRandom random = new SecureRandom();

  Personal(Bench bench) {
    this.bench = bench;
  }

  void run() throws InterruptedException {
    List<Sample> plain = new ArrayList<>();
    List<Sample> sealed = new ArrayList<>();
    for (int round = 0; round < bench.form().rounds(); round++) {
      try (TestSchema schema = bench.database().newSchema()) {
        if (round % 2 == 0) {
          plain.add(run(schema, false));
          sealed.add(run(schema, true));
        } else {
          sealed.add(run(schema, true));
          plain.add(run(schema, false));
        }
      }
      double ratio = sealed.get(round).value() / plain.get(round).value();
      bench.log().say("round %d: sealed ÷ plain %.3f", round + 1, ratio);
    }
    Repeated repeated = new Repeated(bench);
    repeated.add(subject("plain"), plain);
    repeated.add(subject("sealed"), sealed);
  }

  private static Result.Subject subject(String name) {
    return new Result.Subject(
        Results.PERSONAL + name, Strategy.COMBINING.name(), CALLERS, 1, "sales/s");
  }

  private Sample run(TestSchema schema, boolean seals) throws InterruptedException {
    try (Shop shop = Shop.open(schema.jdbcUrl(), Strategy.COMBINING, CONNECTIONS)) {
      JdbcTravel.Builder builder = JdbcTravel.builder(shop.pool());
      if (seals) {
        builder.personalData(keys());
      }
      return new ClosedLoop(CALLERS, bench.form().warmUp(), bench.form().measured())
          .run(new CustomerSale(builder.build()), shop.market().open(1, PLENTY), Sale.Answer.SOLD);
    }
  }

  private PersonalDataKeys keys() {
    return PersonalDataKeys.of(
        KeyRing.of("a", Map.of("a", secret())),
        SigningKeys.of(secret()),
        Clock.fixed(Instant.parse("2031-05-01T00:00:00Z"), ZoneOffset.UTC));
  }

  private Secret secret() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Secret.of(bytes);
  }
}
