package io.travelsuite.examples.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.server.operation.Monitoring;
import io.travelsuite.examples.server.signin.StaffRoles;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.Profile;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.secret.EnvironmentSecrets;
import io.travelsuite.security.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with all that it can be wired to, played by a server of the test's own. */
final class WiredFixture implements AutoCloseable {

  static final String TWILIO_TOKEN = StaffDoor.chance(16);
  private static final AtomicInteger DAY = new AtomicInteger(10);

  final String addressKey = StaffDoor.chance(32);
  final Secret sandboxSecret = StandardSignature.newSecret();
  final Watchers watchers = Watchers.start();
  final PartnerHooks hooks = PartnerHooks.start();
  final TestSchema schema = TestDatabase.shared().newSchema();
  final RunningServer server;
  final ApiClient manager;
  final OctoClient reseller;

  private static WiredFixture shared;

  /** One for all tests that want it; it ends with the JVM. */
  static synchronized WiredFixture shared() {
    if (shared == null) {
      shared = new WiredFixture();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  private WiredFixture() {
    server = RunningServer.start(settings());
    server
        .staff()
        .accounts()
        .put(new SubjectId("demo-manager"), "demo-manager", StaffDoor.chance(12), StaffRoles.ADMIN);
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
                        StaffDoor.chance(32),
                        SettingsReader.TWILIO_TOKEN,
                        TWILIO_TOKEN,
                        SettingsReader.ADDRESS_KEY,
                        addressKey,
                        SettingsReader.SANDBOX_SECRET,
                        sandboxSecret.text())))
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
            null,
            new Settings.Outside(hooks.egress(), addresses(), null)));
  }

  private Monitoring.Addresses addresses() {
    String here = "http://" + watchers.authority();
    Path folder = WireFixture.folder();
    try {
      byte[] key = new byte[32];
      key[0] = 7;
      Path keys = folder.resolve("keys");
      Files.writeString(keys, "k1 " + Base64.getEncoder().encodeToString(key) + "\n");
      Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
      return new Monitoring.Addresses(
          Secret.of(here + "/chat"),
          Secret.of(here + "/beat"),
          Secret.of("http://abc123@" + watchers.authority() + "/7"),
          Files.createDirectory(folder.resolve("backups")),
          keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is measured, as Prometheus would get it. */
  String scrape() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address() + "/metrics")).build();
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A reservation of a walking tour, on a day that no other test uses. */
  ObjectNode reservation() {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(DAY.getAndIncrement()).toString();
    String slot = reseller.slots("walking-tour", "DEFAULT", day).at("/0/id").asText();
    return OctoClient.reservation("walking-tour", "DEFAULT", slot, List.of("adult"));
  }

  /** A booking of a reseller's, over HTTP: its id. */
  String booked() {
    String uuid = reseller.post("/bookings", reservation().toString()).ok().path("uuid").asText();
    reseller
        .post("/bookings/" + uuid + "/confirm", "{\"contact\":{\"fullName\":\"Ana Lima\"}}")
        .ok();
    return uuid;
  }

  ApiClient client(String subject, Set<Permission> permissions) {
    return ApiSuite.client(server, subject, permissions);
  }

  @Override
  public void close() {
    server.close();
    schema.close();
    hooks.close();
    watchers.close();
  }
}
