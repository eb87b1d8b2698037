package io.travelsuite.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.sale.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private final Results results = new Results();

  @Test
  void a_result_is_the_median_of_its_runs() {
    Result result = subject("x", Strategy.DIRECT, 1, 1).of(List.of(run(3), run(1), run(2)));

    assertThat(result.median()).isEqualTo(2);
    assertThat(result.min()).isEqualTo(1);
    assertThat(result.max()).isEqualTo(3);
    assertThat(result.p50Ms()).isEqualTo(20);
    assertThat(result.p99Ms()).isEqualTo(40);
  }

  @Test
  void targets_are_judged_and_what_was_not_measured_is_not() {
    add(Results.LOCKING, Strategy.COMBINING, 512, 10_000);
    add(Results.LOCKING, Strategy.SELECT_FOR_UPDATE_SUM, 512, 200);
    add(Results.LOCKING, Strategy.SELECT_FOR_UPDATE_COUNTER, 512, 500);

    List<Target> targets = Targets.of(results);

    assertThat(targets.get(0).measured()).isEqualTo(50);
    assertThat(targets.get(0).met()).isTrue();
    assertThat(targets.get(1).met()).isFalse();
    assertThat(targets.get(2).met()).isNull();
    assertThat(targets)
        .filteredOn(target -> target.what().startsWith("COMBINING: p99"))
        .extracting(Target::met)
        .containsExactly(true, null);
  }

  @Test
  void a_report_has_its_figures_and_charts(@TempDir Path folder) throws IOException {
    measureEverything();
    Summary summary = summary();

    summary.write(folder.resolve("results.json"));
    new Page(summary, results).write(folder);

    JsonNode json = new ObjectMapper().readTree(folder.resolve("results.json").toFile());
    assertThat(json.path("durability").path("sync_binlog").asInt()).isEqualTo(1);
    assertThat(String.join(" ", (Iterable<String>) json.path("results").get(0)::fieldNames))
        .isEqualTo("benchmark strategy threads occurrences unit median min max p50Ms p99Ms");
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("MySQL 9.7.0", "with 5,000,000 bookings stored ÷ with 1,000", "0.95");
    for (String chart : List.of("throughput-1", "latency", "fixed-rate", "growth", "on-sale")) {
      assertThat(folder.resolve(chart + ".png")).isNotEmptyFile();
    }
  }

  private void measureEverything() {
    for (Strategy strategy : Strategy.values()) {
      add(Results.LOCKING, strategy, 1, 100);
      add(Results.LOCKING, strategy, 512, 10_000);
      add(Results.FIXED_RATE + 200, strategy, 512, 200);
      add(Results.FIXED_RATE + 2_000, strategy, 512, 1_900);
      add(Results.ON_SALE, strategy, 20_000, 1.5);
    }
    add(Results.GROWTH + 1_000, Strategy.COMBINING, 512, 10_000);
    add(Results.GROWTH + 5_000_000, Strategy.COMBINING, 512, 9_500);
  }

  private Summary summary() {
    return new Summary(
        "quick",
        4.5,
        "MySQL 9.7.0",
        Map.of("innodb_flush_log_at_trx_commit", 1, "sync_binlog", 1),
        Map.of("cores", 2),
        Map.of(),
        results.all(),
        Targets.of(results));
  }

  private void add(String benchmark, Strategy strategy, int threads, double value) {
    results.add(subject(benchmark, strategy, threads, 1).of(List.of(run(value))));
  }

  private static Result.Subject subject(
      String benchmark, Strategy strategy, int threads, int occurrences) {
    return new Result.Subject(benchmark, strategy.name(), threads, occurrences, "sales/s");
  }

  private static Sample run(double value) {
    return new Sample(value, 20, 40);
  }
}
