package io.travelsuite.jdbc.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Success;
import io.travelsuite.booking.WrongState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OpenResult;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.Product;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the library made up in its last answer, which the model cannot foresee and takes over: ids,
 * references, how many expired holds were still unswept and which, and which of several closed
 * occurrences it named. Nothing else passes from one to the other. Where the library made nothing,
 * the model makes its own.
 */
final class Adopted {

  private static final String REFERENCE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final long VERSION = 0xF000L;

  private final Random random = new Random();
  private @Nullable Object answer;

  void from(@Nullable Object libraryAnswer) {
    answer = libraryAnswer;
  }

  /** The bookings that the library showed. */
  List<Booking> bookings() {
    if (answer instanceof Success success) {
      return List.of(success.booking());
    } else if (answer instanceof WrongState refusal) {
      return List.of(refusal.booking());
    } else if (answer instanceof Optional<?> found) {
      return found.stream().filter(Booking.class::isInstance).map(Booking.class::cast).toList();
    }
    return answer instanceof ManifestPage page ? page.bookings() : List.of();
  }

  /** The id of what was made. */
  UUID id() {
    UUID id = madeId();
    assertThat(id.version()).as("version of the id %s", id).isEqualTo(7);
    return id;
  }

  private UUID madeId() {
    if (answer instanceof Operator operator) {
      return operator.id().value();
    } else if (answer instanceof Product product) {
      return product.id().value();
    } else if (answer instanceof OpenResult open) {
      return open.occurrence().id().value();
    } else if (answer instanceof Held held) {
      return held.booking().id().value();
    }
    return new UUID((random.nextLong() & ~VERSION) | 0x7000L, random.nextLong());
  }

  /** The reference of the booking that was made. */
  String reference() {
    String reference = answer instanceof Held held ? held.booking().reference() : ownReference();
    assertThat(reference).matches("[2-9A-HJ-NP-Z]{10}");
    return reference;
  }

  private String ownReference() {
    StringBuilder reference = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      reference.append(REFERENCE_LETTERS.charAt(random.nextInt(REFERENCE_LETTERS.length())));
    }
    return reference.toString();
  }

  /** The occurrence that a refusal names, when it is one of those that it may name. */
  OccurrenceId refused(List<OccurrenceId> possible) {
    return answer instanceof NotOnSale refusal && possible.contains(refusal.occurrence())
        ? refusal.occurrence()
        : possible.get(0);
  }

  /** A line on the seats that the library picked: so many lines from the end of the booking. */
  Optional<BookedLine> picked(BookedLine line, int fromEnd) {
    if (answer instanceof Success success) {
      List<BookedLine> lines = success.booking().lines();
      int index = lines.size() + fromEnd;
      if (index >= 0) {
        BookedLine made = lines.get(index);
        return Optional.of(line.seats(made.seats(), made.seatChanges()));
      }
    }
    return Optional.empty();
  }

  /** What a refusal says for people, which nobody foresees. */
  String detail() {
    return answer instanceof NotOnSale refusal ? refusal.detail() : "";
  }

  /** How many holds were swept, when that lies within what is possible. */
  int swept(int least, int most) {
    return answer instanceof Integer count ? Math.min(Math.max(count, least), most) : most;
  }
}
