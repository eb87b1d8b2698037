package io.travelsuite.examples.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckDependenciesTest {

  private static final String RECORD =
      """
      {"id": "GHSA-test-0001", "summary": "reads what it should not",%s
       "affected": [{"package": {"ecosystem": "Maven", "name": "org.sample:parser"},
         "versions": [%s], "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
      """;

  @TempDir private Path path;
  private Path sbom;
  private Path osv;
  private byte[] jar = {1, 2, 3};
  private String said = "";

  @BeforeEach
  void write() throws IOException {
    sbom = path.resolve("bom.json");
    osv = Files.createDirectory(path.resolve("osv"));
    writeBom("2.3.10", "MIT");
  }

  private void writeBom(String version, String licence) throws IOException {
    Files.writeString(
        sbom,
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
          {"group": "io.travelsuite", "name": "travel-core", "version": "0.1.0"},
          {"group": "org.sample", "name": "parser", "version": "%s",
           "hashes": [{"alg": "MD5", "content": "00"}, {"alg": "SHA-256", "content": "%s"}],
           "licenses": [{"license": {"id": "%s"}}]}]}
        """
            .formatted(version, sha256(), licence));
  }

  private String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private int check(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "--sbom";
    all[1] = sbom.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    StringWriter out = new StringWriter();
    int exit = CheckDependencies.commandLine().setOut(new PrintWriter(out)).execute(all);
    said = out.toString();
    return exit;
  }

  private int audit(String withdrawn, String versions, String events) throws IOException {
    Files.writeString(osv.resolve("a.json"), RECORD.formatted(withdrawn, versions, events));
    return check("--osv", osv.toString());
  }

  private static String range(String introduced, String more) {
    return "{\"introduced\": \"" + introduced + "\"}" + (more.isEmpty() ? "" : ", {" + more + "}");
  }

  @Test
  void a_version_in_an_affected_range_is_told_with_the_one_that_is_sound() throws IOException {
    assertThat(audit("", "", range("0", "\"fixed\": \"2.3.11\""))).isOne();
    assertThat(said).contains("org.sample:parser:2.3.10", "GHSA-test-0001", "fixed in 2.3.11");
    assertThat(audit("", "", range("2.3.9", ""))).isOne();
    assertThat(audit("", "", range("2.0", "\"last_affected\": \"2.3.10\""))).isOne();
    assertThat(audit("", "\"2.3.10\"", "")).isOne();
  }

  @Test
  void a_version_that_is_fixed_or_outside_of_the_range_passes() throws IOException {
    assertThat(audit("", "", range("0", "\"fixed\": \"2.3.10\""))).isZero();
    assertThat(audit("", "", range("2.4", ""))).isZero();
    assertThat(audit("", "", range("2.0", "\"last_affected\": \"2.3.9\""))).isZero();
    assertThat(audit("", "\"2.3.1\"", "")).isZero();
  }

  @Test
  void versions_are_ordered_as_maven_orders_them() throws IOException {
    assertThat(audit("", "", range("0", "\"fixed\": \"2.3.9\""))).isZero(); // 10 is after 9
    writeBom("2.3.10-rc1", "MIT");
    assertThat(audit("", "", range("0", "\"fixed\": \"2.3.10\""))).isOne(); // rc1 is before it
  }

  @Test
  void of_several_ranges_in_one_the_last_that_is_reached_decides() throws IOException {
    String twice = range("1.0", "\"fixed\": \"1.5\"") + ", " + range("2.0", "\"fixed\": \"2.4\"");
    assertThat(audit("", "", twice)).isOne();
    writeBom("1.9", "MIT");
    assertThat(audit("", "", twice)).isZero();
  }

  @Test
  void a_record_that_was_withdrawn_or_is_of_something_else_does_not_count() throws IOException {
    String all = range("0", "");
    assertThat(audit(" \"withdrawn\": \"2026-01-01T00:00:00Z\",", "", all)).isZero();
    String other = RECORD.formatted("", "", all).replace("org.sample:parser", "org.sample:other");
    Files.writeString(osv.resolve("a.json"), other);
    assertThat(check("--osv", osv.toString())).isZero();
    Files.writeString(osv.resolve("a.json"), other.replace("Maven", "npm"));
    assertThat(check("--osv", osv.toString())).isZero();
  }

  @Test
  void control_a_folder_without_records_is_no_audit() {
    assertThat(check("--osv", osv.toString())).isOne();
  }

  @Test
  void one_byte_of_a_jar_that_is_another_fails() throws IOException {
    Path pins = path.resolve("pins");
    assertThat(check("--pins", pins.toString(), "--pin")).isZero();
    assertThat(check("--pins", pins.toString())).isZero();
    jar[0] ^= 1;
    writeBom("2.3.10", "MIT");
    assertThat(check("--pins", pins.toString())).isOne();
    assertThat(said).contains("is not the jar that was pinned");
    writeBom("2.3.11", "MIT");
    assertThat(check("--pins", pins.toString())).isOne();
    assertThat(said).contains("2.3.11 is not pinned", "2.3.10 is pinned and not used");
  }

  @Test
  void a_new_dependency_another_licence_and_one_that_is_not_allowed_fail() throws IOException {
    Path reviews = path.resolve("reviews.md");
    Files.writeString(reviews, "| artifact | licence | for |\n|---|---|---|\n");
    assertThat(check("--reviews", reviews.toString())).isOne();
    assertThat(said).contains("org.sample:parser has no review: MIT");
    Files.writeString(reviews, "| `org.sample:parser` | MIT | reads forms |\n");
    assertThat(check("--reviews", reviews.toString())).isZero();
    writeBom("2.3.10", "AGPL-3.0-only");
    assertThat(check("--reviews", reviews.toString())).isOne();
    assertThat(said).contains("another licence now", "not allowed");
  }

  @Test
  void a_list_of_nothing_is_no_list() throws IOException {
    Files.writeString(sbom, "{\"bomFormat\": \"CycloneDX\", \"components\": []}");
    assertThat(check()).isOne();
  }
}
