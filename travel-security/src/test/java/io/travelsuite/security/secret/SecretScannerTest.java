package io.travelsuite.security.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretScannerTest {

  /** Put together here, so that no scanner takes this file for a leak. */
  private static final List<String> CANARIES =
      List.of(
          "stripe: sk_" + "live_51HcanaryCanaryCanary00",
          "hook = 'whsec" + "_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'",
          "token: ghp" + "_16C7e42F292c6912E7710c838347Ae178B4a",
          "id = AKIA" + "IOSFODNN7CANARYX",
          "key: AIza" + "SyDdI0hCZtE6vySjMm-WEfRq3CPzqKqqsHI",
          "x = SG." + "ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc",
          "jwt eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLWNhbmFyeQ",
          "-----BEGIN RSA " + "PRIVATE KEY-----",
          "url=jdbc:mysql://app:hunter2" + "hunter2@db.example/travel",
          "vault: hvs" + ".CAESIJ1canary2canary3canary4",
          "password = \"x9Qk2m" + "PL7wZt\"",
          "TWILIO_AUTH_" + "TOKEN=0123456789abcdef0123456789abcdef");

  /** What commits added before it was marked: a sample, and two lines that look for such things. */
  private static final Set<String> NO_SECRETS =
      Set.of(
          "channels.md: twilio sid",
          "TokenShapes.java: password in an address",
          "Pem.java: private key");

  @TempDir private Path root;

  private final SecretScanner scanner = new SecretScanner(path -> path.startsWith("vectors/"));

  @Test
  void each_planted_secret_is_found_and_none_is_shown() throws IOException {
    GitFolder git = GitFolder.in(root);
    for (int i = 0; i < CANARIES.size(); i++) {
      git.write("conf/f" + (10 + i) + ".txt", "one\n" + CANARIES.get(i) + "\n");
    }
    git.commit();
    List<SecretFinding> found = scanner.tree(root);
    assertThat(found).hasSize(12).allMatch(finding -> finding.line() == 2);
    assertThat(found).extracting(SecretFinding::path).doesNotHaveDuplicates();
    assertThat(found.toString()).doesNotContain("hunter2", "x9Qk2m", "anary");
    assertThat(scanner.history(root)).hasSize(12);
  }

  @Test
  void what_was_deleted_is_in_the_history_still() throws IOException {
    GitFolder git = GitFolder.in(root).write("a.txt", CANARIES.get(0) + "\n");
    git.commit();
    git.write("a.txt", "clean\n").commit();
    assertThat(scanner.tree(root)).isEmpty();
    assertThat(scanner.history(root)).extracting(SecretFinding::path).containsExactly("a.txt");
  }

  @Test
  void what_is_untracked_skipped_marked_or_only_speaks_of_secrets_is_not_found()
      throws IOException {
    String marked = CANARIES.get(0) + " // " + SecretScanner.ALLOWED + "\n";
    GitFolder.in(root)
        .write("vectors/a.txt", CANARIES.get(0))
        .write("A.java", marked + "String token = request.header(\"X-Token\");\n")
        .write("b.md", "Set `PASSWORD` and password: see the manual, token=${TOKEN}\n")
        .write("c.yml", "password: ${DB_PASSWORD}\nsecretKeyRef: travel-signing-key-name\n")
        .commit();
    Files.writeString(root.resolve("untracked.txt"), CANARIES.get(0));
    assertThat(scanner.tree(root)).isEmpty();
  }

  /**
   * Made-up secrets are for tests: nothing that ships, and no page, may hold what looks like one.
   */
  @Test
  void this_repository_holds_no_secret_in_tree_and_history() {
    Path top = Repository.root();
    Assumptions.assumeTrue(
        GitFolder.isThere() && Files.exists(top.resolve(".git")), "an archive of the sources");
    SecretScanner own = new SecretScanner(path -> path.contains("/src/test/"));
    assertThat(own.tree(top)).isEmpty();
    assertThat(own.history(top))
        .as("added by any commit of any branch")
        .map(found -> found.path().replaceAll(".*/", "") + ": " + found.kind())
        .isSubsetOf(NO_SECRETS);
  }
}
