package io.travelsuite.examples.server;

import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.server.api.NativeApi;
import io.travelsuite.examples.server.octo.OctoApi;
import io.travelsuite.examples.server.signin.StaffAccounts;
import io.travelsuite.examples.server.store.ServerTables;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.metric.Metrics;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.Profile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The database and all tables in it: the library's and the server's own. */
final class Tables {

  static final int CONNECTIONS = 24;

  private Tables() {}

  /** The database of some settings. */
  static ProgramDatabase database(Settings settings) {
    Settings.Database told = settings.database();
    String user = told.user();
    if (user == null) {
      return ProgramDatabase.of(told.jdbcUrl(), CONNECTIONS);
    }
    Secret password = settings.secrets().get(SettingsReader.DATABASE_PASSWORD).current();
    return ProgramDatabase.of(
        told.jdbcUrl(), new ProgramDatabase.Login(user, password.text()), CONNECTIONS);
  }

  /** Makes or updates all tables. */
  static void migrate(DataSource dataSource) {
    JdbcTravel.migrate(dataSource);
    List<String> own = new ArrayList<>(OctoApi.tables());
    own.addAll(NativeApi.tables());
    own.add(StaffAccounts.TABLE);
    ServerTables.make(dataSource, own);
  }

  /** The library on its tables, which in production another account has made: see migrate. */
  static JdbcTravel open(Settings settings, DataSource dataSource, Metrics metrics) {
    if (settings.profile() == Profile.DEVELOPMENT) {
      migrate(dataSource);
    }
    JdbcTravel.Builder builder = JdbcTravel.builder(dataSource).metrics(metrics);
    settings.personKeys().ifPresent(keys -> builder.personalData(keys.library(Settings.MACHINE)));
    Clock clock = settings.running().clock();
    return clock == null ? builder.build() : builder.clock(clock).build();
  }
}
