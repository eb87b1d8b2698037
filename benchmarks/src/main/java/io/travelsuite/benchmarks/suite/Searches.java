package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.search.Plans;
import io.travelsuite.benchmarks.search.Questions;
import io.travelsuite.benchmarks.search.Scale;
import io.travelsuite.benchmarks.search.SearchWorld;
import io.travelsuite.benchmarks.search.Searching;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.search.Search;
import io.travelsuite.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** Searches among many departures, before there are bookings and with five for each departure. */
final class Searches {

  private static final int EVERY = 50;

  private final Bench bench;
  private final Path folder;

  Searches(Bench bench, Path folder) {
    this.bench = bench;
    this.folder = folder;
  }

  private static Map<String, Function<Questions, SearchRequest>> kinds() {
    Map<String, Function<Questions, SearchRequest>> kinds = new LinkedHashMap<>();
    kinds.put("calendar-60-days", questions -> questions.calendar(60));
    kinds.put("calendar-365-days", questions -> questions.calendar(365));
    kinds.put("between-1-day", questions -> questions.between(1));
    kinds.put("between-7-days", questions -> questions.between(7));
    return kinds;
  }

  void run() throws IOException {
    Scale scale = new Scale(bench.form().departures());
    try (TestSchema schema = bench.database().newSchema()) {
      DataSource dataSource = schema.dataSource(2);
      SearchWorld world = new SearchWorld(dataSource, scale);
      world.open(day -> tell("departures", day));
      measure(world, "0 bookings", scale);
      world.book(day -> tell("bookings", day));
      measure(world, "5 a departure", scale);
      writePlans(world, dataSource);
    }
  }

  private void tell(String what, int day) {
    if (day % EVERY == 0 || day == Scale.DAYS - 1) {
      bench.log().say("  %s of %d of %d days", what, day, Scale.DAYS);
    }
  }

  private void measure(SearchWorld world, String stored, Scale scale) {
    kinds()
        .forEach(
            (name, kind) -> {
              List<Sample> samples = new ArrayList<>();
              for (int round = 0; round < bench.form().rounds(); round++) {
                Questions questions = world.questions(round);
                samples.add(
                    new Searching(world.travel().search())
                        .run(
                            () -> kind.apply(questions),
                            bench.form().warmUp(),
                            bench.form().measured()));
              }
              int departures = scale.products() * Scale.DAYS;
              new Repeated(bench)
                  .add(
                      new Result.Subject(
                          Results.SEARCH + name, stored, 1, departures, "searches/s"),
                      samples);
            });
  }

  /** How the server carries out a search of each kind, once the layouts are known. */
  private void writePlans(SearchWorld world, DataSource dataSource) throws IOException {
    String explain = bench.database().isMariaDb() ? "EXPLAIN" : "EXPLAIN ANALYZE";
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Function<Questions, SearchRequest>> kind : kinds().entrySet()) {
      Plans plans = new Plans(explain);
      Search search = JdbcTravel.builder(plans.watch(dataSource)).build().search();
      search.find(kind.getValue().apply(world.questions(1)));
      text.append("== ").append(kind.getKey()).append("\n\n");
      plans.found().forEach(plan -> text.append(plan).append("\n\n"));
    }
    Path file = folder.resolve("search-plans.txt");
    Files.writeString(file, text);
    bench.log().say("query plans: %s", file.getFileName());
  }
}
