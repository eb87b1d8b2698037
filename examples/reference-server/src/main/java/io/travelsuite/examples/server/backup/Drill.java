package io.travelsuite.examples.server.backup;

import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.backup.DatabaseTools;
import io.travelsuite.jdbc.backup.RestoreResult;
import io.travelsuite.jdbc.backup.RestoreResult.Differs;
import io.travelsuite.jdbc.backup.RestoreResult.Verified;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.security.backup.BackupManifest;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Loses a database, and gets it back. */
final class Drill {

  private static final int TENTH = 10;

  private final BackupOptions options;
  private final DrillServers servers;
  private final DatabaseTools tools;
  private final PrintWriter out;
  private final SandboxBooks provider = SandboxBooks.inMemory();

  Drill(BackupOptions options, DrillServers servers, DatabaseTools tools, PrintWriter out) {
    this.options = options;
    this.servers = servers;
    this.tools = tools;
    this.out = out;
  }

  /** What was lost, and since when. */
  private record Loss(BackupManifest backup, int saved, int lost, long backupNanos) {}

  /** Whether all went well. */
  boolean run(int sales) {
    Loss loss = sellAndLose(sales);
    long killed = System.nanoTime();
    try (OpenDatabase fresh = new OpenDatabase(servers.fresh().get())) {
      RestoreResult result =
          options
              .backups(options.folder(fresh.database().dataSource()), tools)
              .restore(loss.backup().name(), fresh.database(), List.of());
      if (result instanceof Differs differs) {
        differs.faults().forEach(out::println);
        return false;
      }
      out.println(DrillReport.restored((Verified) result) + ", on " + fresh.product());
      JdbcTravel travel = JdbcTravel.builder(fresh.database().dataSource()).build();
      Reconciling reconciled = Reconciling.of(travel, provider);
      Duration recovery = Duration.ofNanos(System.nanoTime() - killed);
      tell(loss, reconciled, killed);
      out.println("recovery time: " + DrillReport.seconds(recovery) + " from kill to reconciled");
      return reconciled.differing() == 0 && reconciled.unknown() == loss.lost();
    }
  }

  private Loss sellAndLose(int sales) {
    try (OpenDatabase source = new OpenDatabase(servers.jdbcUrl())) {
      JdbcTravel.migrate(source.database().dataSource());
      DrillShop shop =
          new DrillShop(JdbcTravel.builder(source.database().dataSource()).build(), provider);
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
      servers.kill().run();
      out.println("killed after " + (shop.sold() - saved) + " more bookings");
      return new Loss(made, saved, shop.sold() - saved, began);
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
