package io.travelsuite.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.jdbc.personal.PersonalKeys;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With customers sealed, the library tells the same as without. */
class SealedScenarioTest {

  private Fixture fixture;
  private List<String> expected;

  @BeforeEach
  void play() {
    fixture = Fixture.create();
    expected = Scenario.play(fixture.dataSource(), 1);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private JdbcTravel.Builder sealing() {
    return JdbcTravel.builder(fixture.dataSource())
        .personalData(PersonalKeys.of(TestClock.create()));
  }

  @Test
  void combined_it_tells_the_same() {
    assertThat(Scenario.play(sealing(), 2)).isEqualTo(expected);
  }

  @Test
  void one_by_one_it_tells_the_same() {
    assertThat(Scenario.play(sealing().withoutCombining(), 3)).isEqualTo(expected);
  }

  @Test
  void joined_it_tells_the_same_before_the_commit() throws Exception {
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      assertThat(Scenario.playJoined(sealing(), host, 4)).isEqualTo(expected);
      host.commit();
    }
  }
}
