package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.server.backup.BackupCommands;
import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.data.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody books every way there is, is backed up and erased; then an older backup comes back. */
class ErasureEndTest {

  private static final String KEY = StaffDoor.chance(32);
  private static final String REPEATED = "the-same-request";

  @TempDir private Path path;
  private final TestSchema source = TestDatabase.shared().newSchema();
  private final List<TestSchema> scratches = new ArrayList<>();
  private final LoggedLines log = new LoggedLines();
  private Map<String, String> environment;
  private Path folder;
  private Path keyFile;
  private String said = "";
  private String booking;
  private String reservation;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(path.resolve("backups"));
    keyFile = path.resolve("keys");
    byte[] key = new byte[32];
    key[5] = 7;
    Files.writeString(keyFile, "k1 " + Base64.getEncoder().encodeToString(key) + "\n");
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
    environment = new HashMap<>();
    environment.put("PORT", "0");
    environment.put("TRAVEL_PERSONAL_DATA_KEY", KEY);
    environment.put("TRAVEL_ERASURE_JOURNAL", path.resolve("erasures").toString());
  }

  @AfterEach
  void close() {
    log.close();
    scratches.forEach(TestSchema::close);
    source.close();
  }

  private Settings settings(TestSchema schema) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("TRAVEL_JDBC_URL", schema.jdbcUrl());
    return Settings.of(all);
  }

  private TestSchema scratch() {
    TestSchema scratch = TestDatabase.shared().newSchema();
    scratches.add(scratch);
    return scratch;
  }

  private static ApiClient customer(RunningServer server) {
    return ApiSuite.client(server, "shop-app", ApiSuite.CUSTOMER);
  }

  private static OctoClient reseller(RunningServer server) {
    return new OctoClient(server.address(), server.issueToken("acme").text());
  }

  /** By the native API, with a refund that the staff writes of; and by OCTO, with a companion. */
  private void book(RunningServer server) {
    String day =
        LocalDate.ofInstant(Settings.MACHINE.instant(), ZoneOffset.UTC).plusDays(30).toString();
    ApiClient customer = customer(server);
    String departure =
        customer
            .get("/api/departures?product=walking-tour&from=" + day + "&to=" + day)
            .done(200)
            .at("/items/0/id")
            .asText();
    booking =
        customer.post("/api/bookings", holding(departure), REPEATED).done(201).path("id").asText();
    customer.post("/api/bookings/" + booking + "/payments", "{\"token\":\"tok-good\"}").done(201);
    server.addDemoStaff("demo-manager");
    ApiSuite.client(server, "demo-manager", ApiSuite.STAFF)
        .post(
            "/api/office/refunds",
            "{\"booking\":\"%s\",\"amount\":\"EUR 1.00\",\"reason\":\"%s had a cold\"}"
                .formatted(booking, Canaries.NAME))
        .done(201);
    reserve(reseller(server), day);
  }

  private void reserve(OctoClient reseller, String day) {
    String slot = reseller.slots("walking-tour", "DEFAULT", day).at("/1/id").asText();
    JsonNode held =
        reseller
            .post(
                "/bookings",
                OctoClient.reservation("walking-tour", "DEFAULT", slot, List.of("adult"))
                    .put("notes", "a friend of " + Canaries.NAME)
                    .put("resellerReference", Canaries.NAME + "/1")
                    .toString())
            .ok();
    reservation = "/bookings/" + held.path("uuid").asText();
    reseller.post(reservation + "/confirm", "{\"contact\":" + contact() + "}").ok();
  }

  private static String holding(String departure) {
    return """
    {"departure":"%s","places":[{"unit":"adult","count":1}],
     "customer":{"name":"Ada %s","email":"%s"}}\
    """
        .formatted(departure, Canaries.NAME, Canaries.EMAIL);
  }

  private static String contact() {
    return "{\"fullName\":\"Ada %s\",\"emailAddress\":\"%s\",\"phoneNumber\":\"+14155552671\"}"
        .formatted(Canaries.NAME, Canaries.EMAIL);
  }

  private int backups(String... arguments) {
    TestDatabase programs = TestDatabase.shared();
    String[] places = {
      "--folder", folder.toString(),
      "--key-file", keyFile.toString(),
      "--dump-program", String.join(" ", programs.dumpProgram()),
      "--client-program", String.join(" ", programs.clientProgram())
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        BackupCommands.run(
            Stream.concat(Arrays.stream(arguments), Arrays.stream(places)).toArray(String[]::new),
            environment,
            new PrintStream(out, true, UTF_8));
    said = out.toString(UTF_8);
    return code;
  }

  private static PrintStream nowhere() {
    return new PrintStream(new ByteArrayOutputStream());
  }

  private static List<String> telling(TestSchema schema) throws SQLException {
    return Canaries.tables(schema.dataSource(1));
  }

  private void bookBackUpAndErase() {
    try (RunningServer server = RunningServer.start(settings(source))) {
      book(server);
    }
    assertThat(backups("backup", "--jdbc-url", source.jdbcUrl())).as(said).isZero();
    assertThat(Persons.erase(settings(source), Canaries.EMAIL, nowhere())).isZero();
  }

  @Test
  void who_was_erased_is_in_no_table_log_or_backup_and_in_none_that_comes_back() throws Exception {
    bookBackUpAndErase();
    assertThat(telling(source)).isEmpty();

    TestSchema scratch = scratch();
    assertThat(backups("restore", "--into", scratch.jdbcUrl())).as(said).isZero();
    assertThat(said).contains("erased again: 2 bookings", "verified in");

    assertThat(telling(scratch)).isEmpty();
    try (RunningServer server = RunningServer.start(settings(scratch))) {
      JsonNode kept = customer(server).get("/api/bookings/" + booking).done(200);
      assertThat(kept.path("state").asText()).isEqualTo("CONFIRMED");
      assertThat(kept.has("customer")).isFalse();
      JsonNode octo = reseller(server).get(reservation).ok();
      assertThat(octo.path("status").asText()).isEqualTo("CONFIRMED");
      assertThat(Canaries.isIn(kept + " " + octo)).isFalse();
    }
    assertThat(log.lines())
        .contains("is heard")
        .noneMatch(Canaries::isIn)
        .noneMatch(line -> line.contains("erased before")); // nothing was left to the start
    assertThat(Files.readString(path.resolve("erasures"))).doesNotContain(Canaries.NAME);
  }

  @Test
  void control_a_restore_without_the_journal_brings_them_back_until_the_next_start()
      throws Exception {
    bookBackUpAndErase();
    String journal = environment.remove("TRAVEL_ERASURE_JOURNAL");
    TestSchema scratch = scratch();
    assertThat(backups("restore", "--into", scratch.jdbcUrl())).isEqualTo(2);
    assertThat(said).contains("--erasure-journal");
    assertThat(backups("restore", "--nobody-erased", "--into", scratch.jdbcUrl()))
        .as(said)
        .isZero();

    assertThat(telling(scratch)).containsExactly("octo_reservation", "server_refund");
    ByteArrayOutputStream access = new ByteArrayOutputStream();
    Persons.access(settings(scratch), Canaries.EMAIL, new PrintStream(access, true, UTF_8));
    assertThat(access.toString(UTF_8)).contains("\"Ada " + Canaries.NAME + "\"", "+14155552671");

    environment.put("TRAVEL_ERASURE_JOURNAL", journal);
    RunningServer.start(settings(scratch)).close();
    assertThat(telling(scratch)).isEmpty();
    assertThat(log.lines()).anyMatch(line -> line.contains("erased before"));
  }

  @Test
  void persons_are_sealed_in_the_tables_and_in_the_dump_and_an_answer_that_is_repeated_has_them()
      throws Exception {
    try (RunningServer server = RunningServer.start(settings(source))) {
      book(server);
      String departure =
          customer(server)
              .get("/api/bookings/" + booking)
              .done(200)
              .at("/lines/0/departure")
              .asText();
      JsonNode again =
          customer(server).post("/api/bookings", holding(departure), REPEATED).done(201);
      assertThat(again.path("id").asText()).isEqualTo(booking);
      assertThat(again.at("/customer/email").asText()).isEqualTo(Canaries.EMAIL);
    }
    // what a reseller calls a booking, and what the staff writes of a refund, are free texts
    assertThat(telling(source)).containsExactly("octo_reservation", "server_refund");
    assertThat(backups("backup", "--jdbc-url", source.jdbcUrl())).as(said).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Canaries.isIn(Files.readString(file, ISO_8859_1))).isFalse();
      }
    }
    assertDumpTellsOfNobody();
  }

  /** Whoever has the key of backups and not that of persons. */
  private void assertDumpTellsOfNobody() throws IOException {
    BackupFolder opened = BackupFolder.of(folder, KeyRing.read(keyFile), Settings.MACHINE);
    try (InputStream dump = opened.open(opened.names().get(0))) {
      List<String> lines = new String(dump.readAllBytes(), UTF_8).lines().toList();
      assertThat(lines.stream().filter(Canaries::isIn)).hasSize(2); // the same two
      assertThat(lines)
          .noneMatch(
              line -> line.contains(Canaries.EMAIL) || line.contains("Ada " + Canaries.NAME));
    }
  }

  @Test
  void rows_from_before_there_was_a_key_and_those_of_the_key_before_are_sealed_by_command()
      throws Exception {
    Map<String, String> sealing = Map.copyOf(environment);
    environment.keySet().retainAll(List.of("PORT"));
    try (RunningServer server = RunningServer.start(settings(source))) {
      book(server);
    }
    assertThat(telling(source)).contains("travel_booking", "octo_reservation");

    environment.putAll(sealing);
    assertThat(Persons.seal(settings(source), "first", nowhere())).isZero();
    assertThat(telling(source)).containsExactly("octo_reservation", "server_refund");
    environment.put("TRAVEL_PERSONAL_DATA_KEY_PREVIOUS", KEY);
    environment.put("TRAVEL_PERSONAL_DATA_KEY", StaffDoor.chance(32));
    assertThat(Persons.seal(settings(source), "second", nowhere())).isZero();

    environment.remove("TRAVEL_PERSONAL_DATA_KEY_PREVIOUS");
    try (RunningServer server = RunningServer.start(settings(source))) {
      JsonNode kept = customer(server).get("/api/bookings/" + booking).done(200);
      assertThat(kept.at("/customer/email").asText()).isEqualTo(Canaries.EMAIL);
      assertThat(reseller(server).get(reservation).ok().at("/contact/emailAddress").asText())
          .isEqualTo(Canaries.EMAIL);
    }
  }
}
