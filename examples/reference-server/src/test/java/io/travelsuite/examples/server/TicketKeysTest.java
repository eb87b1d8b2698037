package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.notify.ticket.LowestIssues;
import io.travelsuite.notify.ticket.Ticket;
import io.travelsuite.notify.ticket.TicketResult;
import io.travelsuite.notify.ticket.TicketSerial;
import io.travelsuite.notify.ticket.TicketSigner;
import io.travelsuite.notify.ticket.TicketVerifier;
import io.travelsuite.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of tickets that outlive the server. */
class TicketKeysTest {

  private final Secret first = TicketKeys.newSecret();
  private final Secret second = TicketKeys.newSecret();

  private static String ticket(TicketKeys by) {
    Instant now = Settings.MACHINE.instant();
    TicketSerial serial = new TicketSerial(new BookingId(UUID.randomUUID()), 1, 0);
    return new TicketSigner(by.id(), by.signing())
        .sign(
            new Ticket(
                serial,
                1,
                new OccurrenceId(UUID.randomUUID()),
                1,
                now.minus(Duration.ofHours(1)),
                now.plus(Duration.ofHours(1))));
  }

  private static TicketResult judged(TicketKeys by, String ticket) {
    LowestIssues all = serial -> 1;
    return new TicketVerifier(by.accepted(), Settings.MACHINE, all).verify(ticket);
  }

  @Test
  void a_ticket_is_good_after_a_restart_and_while_keys_change() {
    String before = ticket(TicketKeys.of(List.of(first)));
    TicketKeys changing = TicketKeys.of(List.of(second, first));

    assertThat(judged(TicketKeys.of(List.of(first)), before))
        .isInstanceOf(TicketResult.Valid.class);
    assertThat(judged(changing, before)).isInstanceOf(TicketResult.Valid.class);
    assertThat(judged(changing, ticket(changing))).isInstanceOf(TicketResult.Valid.class);
  }

  @Test
  void control_when_the_former_key_is_taken_out_its_tickets_are_refused() {
    String before = ticket(TicketKeys.of(List.of(first)));

    assertThat(judged(TicketKeys.of(List.of(second)), before))
        .isInstanceOf(TicketResult.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "7.a.b", "x.AAAA.AAAA", "70000.AAAA.AAAA"})
  void what_is_no_key_is_refused_and_not_shown(String text) {
    assertThatThrownBy(() -> TicketKeys.of(List.of(Secret.of(text.isEmpty() ? "." : text))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("AAAA");
    assertThatThrownBy(() -> TicketKeys.of(List.of(first, first)))
        .isInstanceOf(InvalidRequestException.class);
  }
}
