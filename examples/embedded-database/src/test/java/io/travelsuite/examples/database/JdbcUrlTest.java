package io.travelsuite.examples.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://h:1/a?user=u, jdbc:mysql://h:1/b?user=u&x=y",
    "jdbc:mysql://h:1/a, jdbc:mysql://h:1/b?x=y",
    "jdbc:mysql://h:1, jdbc:mysql://h:1/b?x=y",
    "jdbc:mysql://h:1?user=u, jdbc:mysql://h:1/b?user=u&x=y",
    "'jdbc:mysql://[::1]:1,h:2/?user=u', 'jdbc:mysql://[::1]:1,h:2/b?user=u&x=y'"
  })
  void database_and_parameters_are_replaced(String url, String expected) {
    assertThat(JdbcUrl.parse(url).withDatabase("b").with("x=y")).hasToString(expected);
  }

  @Test
  void nothing_else_changes() {
    String url = "jdbc:mysql://h:1/a?user=u&sessionVariables=time_zone='-08:00'";
    assertThat(JdbcUrl.parse(url).with("")).hasToString(url);
  }

  @Test
  void what_is_no_url_is_refused_without_showing_its_password() {
    assertThatThrownBy(() -> JdbcUrl.parse("mysql -psecret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
