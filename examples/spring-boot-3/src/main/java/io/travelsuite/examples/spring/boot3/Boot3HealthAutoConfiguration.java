package io.travelsuite.examples.spring.boot3;

import io.travelsuite.examples.spring.TravelAutoConfiguration;
import io.travelsuite.jdbc.JdbcTravel;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The library's part in the application's health, on Spring Boot 3.5, which has its types
 * elsewhere.
 */
@AutoConfiguration(after = TravelAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(JdbcTravel.class)
public class Boot3HealthAutoConfiguration {

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
