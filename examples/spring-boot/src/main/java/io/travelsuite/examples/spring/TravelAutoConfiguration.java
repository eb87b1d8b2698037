package io.travelsuite.examples.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.monitor.DatabaseMeasures;
import io.travelsuite.jdbc.monitor.MicrometerMetrics;
import io.travelsuite.metric.Metrics;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The library on the application's data source, within its transactions, measured by its meters.
 * Each bean steps back for one of the application's own. One class for Spring Boot 4 and 3.5, which
 * know the same configurations by other names.
 */
@AutoConfiguration(
    afterName = {
      // 4
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure"
          + ".CompositeMeterRegistryAutoConfiguration",
      // 3.5
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics"
          + ".CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(TravelProperties.class)
public class TravelAutoConfiguration {

  /** The library: its calls run in transactions of their own. */
  @Bean
  @ConditionalOnMissingBean
  JdbcTravel travel(
      DataSource dataSource,
      TravelProperties properties,
      ObjectProvider<Metrics> metrics,
      ObjectProvider<TravelCustomizer> customizers) {
    if (properties.migrate()) {
      JdbcTravel.migrate(dataSource);
    }
    JdbcTravel.Builder builder =
        JdbcTravel.builder(dataSource)
            .longestHold(properties.longestHold())
            .retryFor(properties.retryFor());
    if (properties.combining().enabled()) {
      builder.combining(properties.combining().limits());
    } else {
      builder.withoutCombining();
    }
    metrics.ifUnique(builder::metrics);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  /** The library in the caller's transaction. */
  @Bean
  @ConditionalOnMissingBean
  Joining joining(DataSource dataSource, JdbcTravel travel) {
    return new Joining(dataSource, travel);
  }

  /** What runs the caller's transactions again. */
  @Bean
  @ConditionalOnMissingBean
  Restarts restarts(JdbcTravel travel) {
    return new Restarts(travel);
  }

  /** Where Micrometer is there. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static class Measured {

    /** To be handed to whatever of the library takes them, such as its outbox. */
    @Bean
    @ConditionalOnBean(MeterRegistry.class)
    @ConditionalOnMissingBean(Metrics.class)
    MicrometerMetrics travelMetrics(MeterRegistry registry) {
      return new MicrometerMetrics(registry);
    }

    /** To be called now and then. */
    @Bean
    @ConditionalOnBean(Metrics.class)
    @ConditionalOnMissingBean
    DatabaseMeasures databaseMeasures(DataSource dataSource, Metrics metrics) {
      return new DatabaseMeasures(dataSource, metrics);
    }
  }
}
