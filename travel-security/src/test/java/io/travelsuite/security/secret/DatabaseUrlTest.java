package io.travelsuite.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.Vectors;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

  @Test
  void every_vector_with_a_password_is_refused_and_no_other() {
    int refused = 0;
    for (JsonNode one : Vectors.json("edge/jdbc-url-cases.json").get("cases")) {
      String url = one.path("url").asText();
      if (one.path("extra").asText("").equals("FAIL password in URL")) {
        refused++;
        refuses(url);
      } else {
        assertThat(DatabaseUrl.withoutPassword(url)).isEqualTo(url);
      }
    }
    assertThat(refused).isEqualTo(2);
  }

  @Test
  void other_spellings_are_refused_too() {
    for (String url :
        List.of(
            "jdbc:mysql://app:canary@db:3306/x",
            "jdbc:mysql://address=(host=db)(user=app)(password=canary)/x",
            "jdbc:mysql://db/x?user=a&PASSWORD=canary",
            "jdbc:mariadb://db/x?keyStorePassword=canary",
            "jdbc:mysql://app:p@canary@db/x",
            "jdbc:mysql://db1,app:canary@db2/x")) {
      refuses(url);
    }
    assertThat(DatabaseUrl.withoutPassword("jdbc:mysql://[::1]:3306/x?user=a")).isNotEmpty();
  }

  private static void refuses(String url) {
    assertThatThrownBy(() -> DatabaseUrl.withoutPassword(url))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("secret@");
  }
}
