package io.travelsuite.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.travelsuite.SchemaMismatchException;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.metric.Metrics;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** When the auto-configuration does what, and what it says when it cannot. */
class AutoConfigurationTest {

  private static TestSchema empty;
  private static TestSchema migrated;
  private static DataSource noTables;
  private static DataSource tables;

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TravelAutoConfiguration.class));

  @BeforeAll
  static void open() {
    empty = TestDatabase.shared().newSchema();
    noTables = empty.dataSource(1);
    migrated = TestDatabase.shared().newSchema();
    tables = migrated.dataSource(1);
    JdbcTravel.migrate(tables);
  }

  @AfterAll
  static void close() {
    empty.close();
    migrated.close();
  }

  private ApplicationContextRunner on(DataSource dataSource) {
    // wrapped: a context closes what can be closed
    return runner.withBean(DataSource.class, () -> new DelegatingDataSource(dataSource));
  }

  @Test
  void without_a_data_source_it_adds_nothing() {
    runner.run(context -> assertThat(context).doesNotHaveBean(JdbcTravel.class));
  }

  @Test
  void with_one_it_adds_the_library_and_without_meters_no_metrics() {
    on(tables)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(JdbcTravel.class)
                    .hasSingleBean(Joining.class)
                    .hasSingleBean(Restarts.class)
                    .doesNotHaveBean(Metrics.class));
  }

  @Test
  void with_meters_it_adds_metrics() {
    on(tables)
        .withBean(SimpleMeterRegistry.class)
        .run(context -> assertThat(context).hasSingleBean(Metrics.class));
  }

  @Test
  void it_steps_back_for_the_applications_own() {
    JdbcTravel own = JdbcTravel.builder(tables).build();
    on(noTables)
        .withBean(JdbcTravel.class, () -> own)
        .withBean(SimpleMeterRegistry.class)
        .withBean(Metrics.class, Metrics::none)
        .run(
            context -> {
              assertThat(context.getBean(JdbcTravel.class)).isSameAs(own);
              assertThat(context).hasSingleBean(Joining.class).hasSingleBean(Metrics.class);
            });
  }

  @Test
  void with_two_data_sources_it_leaves_the_choice_to_the_application() {
    on(tables)
        .withBean("another", DataSource.class, () -> new DelegatingDataSource(noTables))
        .run(context -> assertThat(context).doesNotHaveBean(JdbcTravel.class));
  }

  @Test
  void a_customizer_has_the_last_word() {
    on(tables)
        .withBean(
            TravelCustomizer.class,
            () ->
                builder -> {
                  throw new IllegalStateException("was asked");
                })
        .run(context -> assertThat(context).getFailure().rootCause().hasMessage("was asked"));
  }

  @Test
  void the_properties_are_bound() {
    on(tables)
        .withPropertyValues(
            "travel.longest-hold=45m", "travel.retry-for=2s", "travel.combining.leaders=4")
        .run(
            context -> {
              TravelProperties bound = context.getBean(TravelProperties.class);
              assertThat(bound.longestHold()).hasMinutes(45);
              assertThat(bound.retryFor()).hasSeconds(2);
              assertThat(bound.combining().leaders()).isEqualTo(4);
              assertThat(bound.combining().mostBatch()).isEqualTo(256);
              assertThat(bound.migrate()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "travel.longest-hold,0s,1s to 366d",
    "travel.retry-for,11m,0s to 10m",
    "travel.combining.leaders,1,2 to 16",
    "travel.combining.most-batch,0,1 to 1000",
    "travel.combining.most-queued,-1,1 to 1000000",
    "travel.combining.patience,11m,1ms to 10m"
  })
  void a_bad_value_is_named_with_what_it_must_be(String property, String value, String range) {
    on(tables)
        .withPropertyValues(property + "=" + value)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining(property)
                    .hasMessageContaining("must be " + range));
  }

  @Test
  void without_tables_it_says_what_to_do() {
    on(noTables)
        .run(
            context -> {
              assertThat(context).getFailure().hasRootCauseInstanceOf(Exception.class);
              FailureAnalysis analysis =
                  new TravelFailureAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getAction()).contains("travel.migrate=true");
            });
  }

  @Test
  void it_makes_the_tables_only_when_told_to() {
    try (TestSchema fresh = TestDatabase.shared().newSchema()) {
      DataSource dataSource = fresh.dataSource(1);
      on(dataSource)
          .run(
              context ->
                  assertThat(context.getStartupFailure())
                      .hasStackTraceContaining(SchemaMismatchException.class.getName()));
      on(dataSource)
          .withPropertyValues("travel.migrate=true")
          .run(context -> assertThat(context).hasNotFailed());
    }
  }
}
