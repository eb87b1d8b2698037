package io.travelsuite.examples.server;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.server.operation.Monitoring;
import io.travelsuite.examples.server.signin.StaffRoles;
import io.travelsuite.security.Profile;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.secret.EnvironmentSecrets;
import io.travelsuite.security.secret.Secrets;
import java.util.Map;
import java.util.Set;

/** A server with all that it can be wired to, played by a server of the test's own. */
final class WiredFixture implements AutoCloseable {

  static final String TWILIO_TOKEN = Staff.chance(16);

  final String addressKey = Staff.chance(32);
  final PartnerHooks hooks = PartnerHooks.start();
  final TestSchema schema = TestDatabase.shared().newSchema();
  final RunningServer server;
  final ApiClient manager;
  final OctoClient reseller;

  WiredFixture() {
    server = RunningServer.start(settings());
    server
        .staff()
        .accounts()
        .put(new SubjectId("demo-manager"), "demo-manager", Staff.chance(12), StaffRoles.ADMIN);
    manager = client("demo-manager", Set.of(Permissions.PLATFORM_MAINTAIN));
    reseller = new OctoClient(server.address(), server.issueToken("acme").text());
  }

  private Settings settings() {
    Secrets secrets =
        Secrets.builder(Settings.MACHINE)
            .source(
                new EnvironmentSecrets(
                    Map.of(
                        SettingsReader.SIGNING_KEY,
                        Staff.chance(32),
                        SettingsReader.TWILIO_TOKEN,
                        TWILIO_TOKEN,
                        SettingsReader.ADDRESS_KEY,
                        addressKey)))
            .optional(SettingsReader.ALL.toArray(String[]::new))
            .build();
    return new Settings(
        Profile.DEVELOPMENT,
        new Settings.Database(schema.jdbcUrl(), null),
        Settings.Web.locally(0),
        secrets,
        new Settings.Running(
            "100000/m",
            null,
            true,
            null,
            new Settings.Outside(hooks.egress(), Monitoring.Addresses.NONE)));
  }

  ApiClient client(String subject, Set<Permission> permissions) {
    return ApiSuite.client(server, subject, permissions);
  }

  @Override
  public void close() {
    server.close();
    schema.close();
    hooks.close();
  }
}
