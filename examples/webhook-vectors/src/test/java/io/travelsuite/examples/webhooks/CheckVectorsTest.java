package io.travelsuite.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckVectorsTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Path... files) {
    CommandLine commandLine = CheckVectors.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] arguments = new String[files.length];
    for (int i = 0; i < files.length; i++) {
      arguments[i] = files[i].toString();
    }
    return commandLine.execute(arguments);
  }

  @Test
  void all_133_cases_are_told_a_line_each_and_are_as_the_files_say() {
    assertThat(run(Vectors.published().toArray(Path[]::new))).isZero();
    assertThat(out.toString().lines())
        .hasSize(133)
        .contains(
            "stripe java-valid valid",
            "stripe dotnet-body-modified invalid signature-mismatch",
            "mollie classic-no-signature fetch-back fetch-back-required",
            "paypal sdk-fixture-valid valid fetch-back-required")
        .noneMatch(line -> line.contains("MISMATCH"));
  }

  @Test
  void a_verdict_that_is_not_the_files_ends_with_1_and_is_shown() throws IOException {
    String whole = Files.readString(Vectors.FOLDER.resolve("stripe.json"));
    Path wrong = folder.resolve("wrong.json");
    Files.writeString(wrong, whole.replaceFirst("\"valid\": *true", "\"valid\":false"));
    assertThat(run(wrong)).isEqualTo(1);
    assertThat(out.toString()).contains("stripe dotnet-fixture-valid valid MISMATCH");
  }

  @Test
  void a_reason_that_is_not_the_files_counts_too() throws IOException {
    Path wrong = folder.resolve("wrong.json");
    Files.writeString(
        wrong,
        """
        {"provider":"stripe","cases":[{"name":"none","secret":"s","headers":{},"body":"{}",
        "now":1,"valid":false,"error":"signature-mismatch"}]}\
        """);
    assertThat(run(wrong)).isEqualTo(1);
    assertThat(out.toString()).contains("stripe none invalid missing-signature MISMATCH");
  }

  @Test
  void what_is_no_vector_file_or_of_no_known_provider_ends_with_2() throws IOException {
    Path unknown = folder.resolve("unknown.json");
    Files.writeString(unknown, "{\"provider\":\"nobody\",\"cases\":[{\"name\":\"a\"}]}");
    assertThat(run(unknown)).isEqualTo(2);
    assertThat(run(folder.resolve("missing.json"))).isEqualTo(2);
    assertThat(run(Files.writeString(folder.resolve("no.json"), "[1]"))).isEqualTo(2);
    assertThat(err.toString()).contains("nobody", "missing.json", "no.json");
  }
}
