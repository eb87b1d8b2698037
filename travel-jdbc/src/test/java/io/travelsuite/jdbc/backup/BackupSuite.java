package io.travelsuite.jdbc.backup;

import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.payments.PaymentDesk;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxProvider;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.data.KeyRing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Bookings and payments in a database, its tools, and an empty folder for backups. */
abstract class BackupSuite {

  static final String CANARY = "O'Brien \\ (canary); VALUES (1),\n(2)";

  static Fixture fixture;
  static DatabaseTools tools;
  static Database database;

  @TempDir Path path;
  BackupFolder folder;
  JdbcBackup backups;

  @BeforeAll
  static void sell() {
    TestDatabase server = TestDatabase.shared();
    fixture = Fixture.create();
    tools = new DatabaseTools(server.dumpProgram(), server.clientProgram());
    database = at(fixture.schema());
    OccurrenceId departure = fixture.open(50);
    PaymentDesk desk =
        PaymentDesk.builder(
                fixture.travel().bookings(),
                JdbcPayments.of(fixture.travel()),
                new SandboxProvider(SandboxBooks.inMemory()))
            .build();
    for (int i = 0; i < 5; i++) {
      HoldRequest request =
          HoldRequest.of(departure, 2)
              .customer(Customer.of(CANARY.replace('\n', ' '), "a@b.example"));
      desk.start(payment(fixture.travel().bookings().hold(request).orElseThrow(), "k" + i));
    }
  }

  private static Payment payment(Booking booking, String key) {
    return new Payment(
        new Account(fixture.operator().id(), "sandbox", Mode.TEST),
        key,
        booking.id(),
        Money.parse("EUR 120.00"),
        new PaymentMethod.Token("tok_1", URI.create("https://shop.example/back")),
        "Two seats",
        "customer-1");
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void open() {
    byte[] key = new byte[32];
    key[0] = 7;
    KeyRing ring = KeyRing.of("k1", Map.of("k1", Secret.of(key)));
    folder = BackupFolder.of(path, ring, Clock.systemUTC());
    backups = JdbcBackup.of(tools, folder).checking(RestoreCheck.payments());
  }

  static Database at(TestSchema schema) {
    return new Database(schema.dataSource(2), DatabaseAccess.of(schema.jdbcUrl()));
  }
}
