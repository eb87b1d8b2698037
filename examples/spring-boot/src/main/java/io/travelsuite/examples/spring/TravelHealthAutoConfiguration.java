package io.travelsuite.examples.spring;

import io.travelsuite.jdbc.JdbcTravel;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The library's part in the application's health, on Spring Boot 4. */
@AutoConfiguration(after = TravelAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(JdbcTravel.class)
public class TravelHealthAutoConfiguration {

  /** Down when the database does not answer, or its tables are of another version. */
  @Bean
  @ConditionalOnMissingBean(name = "travelHealthIndicator")
  HealthIndicator travelHealthIndicator(DataSource dataSource) {
    return new AbstractHealthIndicator("the library's tables") {
      @Override
      protected void doHealthCheck(Health.Builder builder) {
        JdbcTravel.builder(dataSource).build(); // connects, and verifies the tables
        builder.up();
      }
    };
  }
}
