package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.server.Wire.Answer;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.edge.Rule.Entry;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of all endpoints, held against the router and tried on the wire. */
class RouteTableTest {

  private static final String JSON = "Content-Type: application/json\r\n";

  /** What signs somebody in can ask for no session yet. */
  private static final Set<String> BEFORE_A_SESSION = Set.of("POST /office/sign-in");

  private final WireFixture fixture = WireFixture.shared();

  private static List<String> faults(List<Rule> rules) {
    List<String> faults = new ArrayList<>();
    for (Rule rule : rules) {
      String name = rule.method() + " " + rule.path();
      boolean guarded =
          Set.of(Entry.TOKEN, Entry.STAFF, Entry.VISITOR, Entry.SIGNED, Entry.NOTHING)
                  .contains(rule.entry())
              || (rule.entry() == Entry.FORM && BEFORE_A_SESSION.contains(name));
      if (rule.changes() && (!guarded || rule.rate().isEmpty())) {
        faults.add(name);
      }
    }
    return faults;
  }

  @Test
  void every_endpoint_of_the_router_has_its_line() {
    List<String> lines =
        fixture.server.rules().stream().map(rule -> rule.method() + " " + rule.path()).toList();
    assertThat(fixture.server.endpoints()).isNotEmpty().containsExactlyInAnyOrderElementsOf(lines);
  }

  @Test
  void nothing_that_changes_state_is_without_authentication_limit_and_token() {
    assertThat(faults(fixture.server.rules())).isEmpty();
  }

  @Test
  void control_lines_that_lack_one_of_them_are_found() {
    assertThat(
            faults(
                List.of(
                    new Rule("POST", "/open", Entry.PUBLIC, null, Rates.ASKS),
                    new Rule("DELETE", "/form", Entry.FORM, null, Rates.ASKS),
                    new Rule("PUT", "/unlimited", Entry.STAFF, null, ""))))
        .containsExactly("POST /open", "DELETE /form", "PUT /unlimited");
  }

  @Test
  void on_the_wire_nobody_changes_anything_without_a_token_or_a_session() {
    int tried = 0;
    for (Rule rule : fixture.server.rules()) {
      if (!rule.changes()) {
        continue;
      }
      String path = rule.path().replaceAll("\\{\\w+}", "x");
      String forged = JSON + "Cookie: __Host-session=" + "a".repeat(43) + "\r\n";
      for (String headers : List.of(JSON, forged, JSON + "Authorization: Bearer demo_x\r\n")) {
        Answer answer = fixture.tls.send(rule.method(), path, headers, "{}");
        boolean refused =
            Set.of(401, 403).contains(answer.status())
                || (rule.entry() == Entry.NOTHING && Set.of(404, 405).contains(answer.status()))
                || (rule.entry() == Entry.SIGNED && answer.status() == 404)
                || answer.body().contains("\"UNAUTHORIZED\"");
        assertThat(refused).as("%s %s: %s", rule.method(), path, answer).isTrue();
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(20);
  }

  @Test
  void sign_ins_of_one_address_are_limited_by_the_table() throws Exception {
    try (WireFixture limited = new WireFixture("3/h")) {
      int status = 0;
      for (int i = 0; i < 35 && status != 429; i++) {
        Answer seen = limited.tls.send("GET", "/office/session", "", "");
        String token = OctoClient.JSON.readTree(seen.body()).path("csrf").asText();
        String headers =
            JSON + "X-CSRF-Token: " + token + "\r\nCookie: __Host-csrf=" + token + "\r\n";
        Answer answer = limited.tls.send("POST", "/office/sign-in", headers, "{}");
        status = answer.status();
      }
      assertThat(status).isEqualTo(429);
      String bearer = JSON + limited.bearer("limited");
      for (int i = 0; i < 3; i++) {
        assertThat(limited.tls.send("POST", "/octo/bookings", bearer, "{}").status())
            .isEqualTo(400);
      }
      Answer over = limited.tls.send("POST", "/octo/bookings", bearer, "{}");
      assertThat(over.status()).isEqualTo(429);
      assertThat(over.header("Retry-After")).isNotEmpty();
      breaks(limited);
    }
  }

  /** What goes wrong inside is told to nobody. The last of the test: the server is broken then. */
  private static void breaks(WireFixture fixture) throws Exception {
    String bearer = fixture.bearer("curious");
    try (Connection connection = fixture.server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE octo_reservation, office_account");
    }
    Answer octo = fixture.tls.send("GET", "/octo/bookings?localDate=2027-01-01", bearer, "");
    assertThat(octo.body()).contains("INTERNAL_SERVER_ERROR");
    assertThat(octo.toString()).doesNotContain("Exception", "travelsuite", "SQL", "octo_res");
  }
}
