package io.travelsuite.jdbc.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.jdbc.Race;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.token.ApiToken;
import io.travelsuite.security.token.ApiTokens;
import io.travelsuite.security.token.IssuedToken;
import io.travelsuite.security.token.TokenCheck;
import io.travelsuite.security.token.TokenCheck.Reason;
import io.travelsuite.security.token.TokenGrant;
import io.travelsuite.security.token.TokenId;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTokenTest {

  private static final Permission READ = new Permission("booking:read");
  private static final Permission CANCEL = new Permission("booking:cancel");
  private static final Duration DAY = Duration.ofDays(1);

  private Gate gate;
  private ApiTokens tokens;
  private TokenGrant grant;

  @BeforeEach
  void open() {
    gate = new Gate();
    tokens = ApiTokens.of(gate.security.tokens(), "acme");
    grant = new TokenGrant(Gate.ANNA, gate.fixture.operator().id(), Set.of(READ), "warehouse");
  }

  @AfterEach
  void close() {
    gate.close();
  }

  private Optional<Reason> refused(IssuedToken issued) {
    TokenCheck check = tokens.check(issued.secret().text());
    return check instanceof TokenCheck.Refused no ? Optional.of(no.reason()) : Optional.empty();
  }

  @Test
  void a_token_is_accepted_with_its_scopes_until_the_moment_it_expires() {
    IssuedToken issued = tokens.issue(grant, DAY);
    TokenCheck check = tokens.check(issued.secret().text());

    assertThat(check).isEqualTo(new TokenCheck.Accepted(issued.token()));
    assertThat(((TokenCheck.Accepted) check).allows(READ)).isTrue();
    assertThat(((TokenCheck.Accepted) check).allows(CANCEL)).isFalse();
    gate.clock.advance(DAY.minusMillis(1));
    assertThat(refused(issued)).isEmpty();
    gate.clock.advance(Duration.ofMillis(1));
    assertThat(refused(issued)).contains(Reason.EXPIRED);
  }

  @Test
  void there_is_no_token_without_an_end() {
    for (Duration lifetime : List.of(Duration.ZERO, Duration.ofSeconds(59), Duration.ofDays(367))) {
      assertThatThrownBy(() -> tokens.issue(grant, lifetime))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void a_dump_of_the_table_holds_no_token_and_nothing_prints_one() {
    IssuedToken issued = tokens.issue(grant, DAY);
    String secret = issued.secret().text();
    String dump = gate.dump("travel_api_token", "id", "token_hash", "subject", "scopes", "name");
    String random = secret.substring("acme_".length(), secret.length() - 6);

    assertThat(issued + " " + tokens.check(secret)).doesNotContain(random);
    assertThat(dump).contains("warehouse", "booking:read").doesNotContain(random);
    String hex = HexFormat.of().formatHex(random.getBytes(US_ASCII)).toUpperCase(Locale.ROOT);
    assertThat(dump).doesNotContain(hex);
  }

  @Test
  void what_was_never_issued_is_unknown_and_a_mistyped_token_is_not_looked_up() {
    IssuedToken issued = tokens.issue(grant, DAY);
    gate.fixture.rows().update("DELETE FROM travel_api_token");
    assertThat(refused(issued)).contains(Reason.UNKNOWN);

    gate.fixture.rows().update("DROP TABLE travel_api_token"); // who looked would throw
    String secret = issued.secret().text();
    for (String wrong :
        List.of("", "x", secret + "0", secret.substring(1), secret.toLowerCase(Locale.ROOT))) {
      assertThat(tokens.check(wrong)).isEqualTo(new TokenCheck.Refused(Reason.MALFORMED));
    }
    assertThatThrownBy(() -> tokens.check(secret)).as("control").isInstanceOf(Exception.class);
  }

  @Test
  void what_one_jvm_revokes_the_others_refuse_at_the_next_check() {
    IssuedToken issued = tokens.issue(grant, DAY);
    ApiTokens elsewhere = ApiTokens.of(gate.security(1).tokens(), "acme");
    assertThat(elsewhere.check(issued.secret().text())).isInstanceOf(TokenCheck.Accepted.class);

    assertThat(tokens.revoke(issued.token().id())).isTrue();
    assertThat(elsewhere.check(issued.secret().text()))
        .isEqualTo(new TokenCheck.Refused(Reason.REVOKED));
    assertThat(tokens.revoke(new TokenId(UUID.randomUUID()))).isFalse();
  }

  @Test
  void both_tokens_are_good_in_the_overlap_and_the_old_one_is_refused_after_it() {
    IssuedToken old = tokens.issue(grant, DAY.multipliedBy(30));
    IssuedToken next = tokens.rotate(old.token().id(), DAY.multipliedBy(30), DAY).orElseThrow();

    assertThat(next.token().grant()).isEqualTo(grant);
    gate.clock.advance(DAY.minusMillis(1));
    assertThat(refused(old)).isEmpty();
    assertThat(refused(next)).isEmpty();
    gate.clock.advance(Duration.ofMillis(1));
    assertThat(refused(old)).contains(Reason.EXPIRED);
    assertThat(refused(next)).isEmpty();
  }

  @Test
  void an_overlap_lengthens_no_life_and_none_ends_the_old_token_at_once() {
    IssuedToken old = tokens.issue(grant, Duration.ofHours(1));
    assertThat(tokens.rotate(old.token().id(), DAY, DAY)).isPresent();
    gate.clock.advance(Duration.ofHours(1));
    assertThat(refused(old)).contains(Reason.EXPIRED);

    IssuedToken leaked = tokens.issue(grant, DAY);
    assertThat(tokens.rotate(leaked.token().id(), DAY, Duration.ZERO)).isPresent();
    assertThat(refused(leaked)).contains(Reason.EXPIRED);
  }

  @Test
  void what_has_ended_cannot_be_rotated_into_life() {
    IssuedToken revoked = tokens.issue(grant, DAY);
    tokens.revoke(revoked.token().id());
    IssuedToken expired = tokens.issue(grant, DAY);
    gate.clock.advance(DAY);

    assertThat(tokens.rotate(revoked.token().id(), DAY, DAY)).isEmpty();
    assertThat(tokens.rotate(expired.token().id(), DAY, DAY)).isEmpty();
    assertThat(tokens.rotate(new TokenId(UUID.randomUUID()), DAY, DAY)).isEmpty();
  }

  @Test
  void a_rotation_at_the_same_time_does_not_save_a_token_from_being_revoked_with_all() {
    for (int round = 0; round < 10; round++) {
      IssuedToken issued = tokens.issue(grant, DAY);
      Race.run(
          4,
          number ->
              number == 0
                  ? tokens.revokeAll(Gate.ANNA)
                  : tokens.rotate(issued.token().id(), DAY, DAY));
      assertThat(tokens.list(Gate.ANNA)).allMatch(token -> token.revokedAt() != null);
    }
  }

  @Test
  void all_of_a_subjects_tokens_are_revoked_and_no_other() {
    IssuedToken one = tokens.issue(grant, DAY);
    IssuedToken two = tokens.issue(grant, DAY);
    IssuedToken other = tokens.issue(new TokenGrant(Gate.BERT, null, Set.of(READ), "b"), DAY);

    assertThat(tokens.revokeAll(Gate.ANNA)).isEqualTo(2);
    assertThat(refused(one)).contains(Reason.REVOKED);
    assertThat(refused(two)).contains(Reason.REVOKED);
    assertThat(refused(other)).isEmpty();
  }

  @Test
  void the_last_use_is_written_seldom() {
    IssuedToken issued = tokens.issue(grant, DAY);
    refused(issued);
    var first = only().lastUsedAt();
    gate.clock.advance(ApiTokens.SEEN_EVERY.minusMillis(1));
    refused(issued);
    assertThat(only().lastUsedAt()).isEqualTo(first).isNotNull();
    gate.clock.advance(Duration.ofMillis(1));
    refused(issued);
    assertThat(only().lastUsedAt()).isEqualTo(first.plus(ApiTokens.SEEN_EVERY));
  }

  private ApiToken only() {
    return tokens.list(Gate.ANNA).get(0);
  }

  @Test
  void tokens_that_should_be_rotated_are_listed_and_those_long_ended_are_purged() {
    IssuedToken old = tokens.issue(grant, DAY.multipliedBy(100));
    IssuedToken brief = tokens.issue(grant, DAY);
    gate.clock.advance(DAY.multipliedBy(90));
    tokens.issue(grant, DAY);

    assertThat(tokens.olderThan(DAY.multipliedBy(90), 10))
        .extracting(ApiToken::id)
        .containsExactly(old.token().id());
    assertThat(tokens.purge(DAY.multipliedBy(89), 10)).isEqualTo(1);
    assertThat(tokens.list(Gate.ANNA))
        .extracting(ApiToken::id)
        .doesNotContain(brief.token().id())
        .hasSize(2);
  }

  @Test
  void the_databases_clock_judges_where_no_other_is_given() {
    ApiTokens real = ApiTokens.of(gate.onDatabaseClock().tokens(), "acme");
    IssuedToken issued = real.issue(grant, DAY);
    assertThat(real.check(issued.secret().text())).isInstanceOf(TokenCheck.Accepted.class);

    gate.fixture
        .rows()
        .update("UPDATE travel_api_token SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
    assertThat(real.check(issued.secret().text()))
        .isEqualTo(new TokenCheck.Refused(Reason.EXPIRED));
  }
}
