package io.travelsuite.examples.server.backup;

import io.travelsuite.examples.server.person.People;
import io.travelsuite.examples.server.person.PersonKeys;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.DatabaseTime;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.backup.DatabaseTools;
import io.travelsuite.jdbc.backup.RestoreResult;
import io.travelsuite.jdbc.backup.RestoreResult.Differs;
import io.travelsuite.jdbc.backup.RestoreResult.Verified;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.security.backup.BackupManifest;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Loses a database, and gets it back. */
final class Drill {

  private static final int TENTH = 10;

  private final BackupOptions options;
  private final DrillServers servers;
  private final DatabaseTools tools;
  private final PrintWriter out;
  private final SandboxBooks provider = SandboxBooks.inMemory();

  /** Who is erased after the backup, and must not come back with it. */
  private final PersonKeys keys;

  private final ErasureJournal journal;

  Drill(BackupOptions options, DrillServers servers, DatabaseTools tools, Telling telling) {
    this.options = options;
    this.servers = servers;
    this.tools = tools;
    out = telling.out();
    keys = PersonKeys.byChance();
    journal = new ErasureJournal(telling.journal());
  }

  /** Where it says what it does, and where it writes down who was erased. */
  record Telling(PrintWriter out, Path journal) {}

  /** What was lost, and since when. */
  private record Loss(
      BackupManifest backup, int saved, int lost, long backupNanos, OperatorId operator) {}

  /** Whether all went well. */
  boolean run(int sales) {
    Loss loss = sellAndLose(sales);
    long killed = System.nanoTime();
    try (OpenDatabase fresh = new OpenDatabase(servers.fresh().get())) {
      RestoreResult result =
          options
              .backups(options.folder(fresh.database().dataSource()), tools)
              .restore(
                  loss.backup().name(),
                  fresh.database(),
                  List.of(new ErasedAgain(keys, journal, out)));
      if (result instanceof Differs differs) {
        differs.faults().forEach(out::println);
        return false;
      }
      out.println(DrillReport.restored((Verified) result) + ", on " + fresh.product());
      JdbcTravel travel = open(fresh.database().dataSource());
      Reconciling reconciled = Reconciling.of(travel, provider);
      Duration recovery = Duration.ofNanos(System.nanoTime() - killed);
      tell(loss, reconciled, killed);
      out.println("recovery time: " + DrillReport.seconds(recovery) + " from kill to reconciled");
      boolean gone = erased(fresh, loss.operator()).isEmpty();
      out.println("who was erased after the backup " + (gone ? "stays so" : "IS BACK"));
      return gone && reconciled.differing() == 0 && reconciled.unknown() == loss.lost();
    }
  }

  private JdbcTravel open(DataSource dataSource) {
    Clock clock = new DatabaseTime(dataSource).withZone(ZoneOffset.UTC);
    return JdbcTravel.builder(dataSource).personalData(keys.library(clock)).build();
  }

  private Set<DataSubject> erased(OpenDatabase in, OperatorId operator) {
    DataSource dataSource = in.database().dataSource();
    return People.in(dataSource, open(dataSource), keys).find(operator, DrillShop.email(0));
  }

  private void erase(OpenDatabase in, OperatorId operator) {
    DataSource dataSource = in.database().dataSource();
    Erasure erasure = People.in(dataSource, open(dataSource), keys).erasure(journal);
    erased(in, operator).forEach(erasure::erase);
  }

  private Loss sellAndLose(int sales) {
    options.checked();
    out.println("selling " + sales + " bookings, to have something to lose");
    try (OpenDatabase source = new OpenDatabase(servers.jdbcUrl())) {
      JdbcTravel.migrate(source.database().dataSource());
      DrillShop shop = new DrillShop(open(source.database().dataSource()), provider);
      shop.sell(sales);
      long began = System.nanoTime();
      BackupManifest made =
          options
              .backups(options.folder(source.database().dataSource()), tools)
              .make(source.database());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      out.println(DrillReport.backup(made) + ", in " + DrillReport.seconds(took));
      int saved = shop.sold();
      shop.sell(Math.max(1, sales / TENTH));
      erase(source, shop.operator());
      servers.kill().run();
      out.println("killed after " + (shop.sold() - saved) + " more bookings");
      return new Loss(made, saved, shop.sold() - saved, began, shop.operator());
    }
  }

  private void tell(Loss loss, Reconciling reconciled, long killed) {
    Duration point = Duration.ofNanos(killed - loss.backupNanos());
    out.println(loss.saved() + " bookings are back, " + loss.lost() + " are lost");
    out.println(
        "payments: "
            + reconciled.looked()
            + " looked at, "
            + reconciled.unknown()
            + " of "
            + reconciled.money()
            + " paid and without a booking: rebook or refund them; "
            + reconciled.differing()
            + " differ");
    out.println("recovery point: " + DrillReport.seconds(point) + " before the kill");
  }
}
