package io.travelsuite.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.TravelException;
import io.travelsuite.security.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvFileTest {

  @TempDir private Path root;

  @Test
  void an_ignored_file_is_read_in_development_only() throws IOException {
    GitFolder.in(root).write(".gitignore", ".env\n").write(".env", "A=1\n").commit();
    Path file = root.resolve(".env");
    SecretVersions found = DotEnvFile.load(file, Profile.DEVELOPMENT).find("A").orElseThrow();
    assertThat(found.current().text()).isEqualTo("1");
    assertThatThrownBy(() -> DotEnvFile.load(file, Profile.PRODUCTION))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_file_that_git_does_not_ignore_or_tracks_is_refused() throws IOException {
    GitFolder git = GitFolder.in(root).write(".env", "A=1\n");
    Path file = root.resolve(".env");
    assertThatThrownBy(() -> DotEnvFile.load(file, Profile.DEVELOPMENT))
        .isInstanceOf(SecretSourceException.class)
        .hasMessageContaining(".gitignore");
    git.commit();
    git.write(".gitignore", ".env\n");
    assertThatThrownBy(() -> DotEnvFile.load(file, Profile.DEVELOPMENT))
        .isInstanceOf(SecretSourceException.class);
  }

  @Test
  void outside_git_there_is_nothing_to_commit_to_and_no_file_is_no_secret() throws IOException {
    new GitFolder(root).write(".env", "A=1\n");
    assertThat(DotEnvFile.load(root.resolve(".env"), Profile.DEVELOPMENT).find("A")).isPresent();
    assertThat(DotEnvFile.load(root.resolve("none"), Profile.PRODUCTION).find("A")).isEmpty();
  }

  @Test
  void the_lines_are_those_of_the_form() {
    String text =
        "# a comment\n\nA=bare # comment\nexport B='single $A \\n'\nC=\"a\\nb\\\"c\\\\d\"\r\nD=\n";
    assertThat(DotEnvFile.parse(text))
        .containsEntry("A", "bare")
        .containsEntry("B", "single $A \\n")
        .containsEntry("C", "a\nb\"c\\d")
        .containsEntry("D", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "A=x canary", "a=canary", "A='canary", "A=\"canary\\x\"", "A=1\nA=canary"})
  void any_other_line_is_refused_by_its_number_without_its_value(String text) {
    assertThatThrownBy(() -> DotEnvFile.parse(text))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("line ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void random_text_is_read_or_refused() {
    Random random = new Random(20261127);
    String alphabet = "AB=\"'\\n #\n\r$";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        DotEnvFile.parse(text.toString());
      } catch (TravelException refused) {
        assertThat(refused).isInstanceOf(InvalidRequestException.class);
      }
    }
    assertThat(DotEnvFile.parse("A=" + "x".repeat(60_000))).hasSize(1);
    assertThat(DotEnvFile.parse("A=\"" + "x".repeat(60_000) + "\"")).hasSize(1);
  }
}
