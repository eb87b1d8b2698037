package io.travelsuite.jdbc;

import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.Section;
import io.travelsuite.seat.SeatWish;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A hold request in its one canonical, length-prefixed form: equal requests are equal bytes. The
 * first byte is the form's version, so that it can change.
 */
final class CanonicalRequest {

  private static final int VERSION = 1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private CanonicalRequest() {}

  static byte[] bytes(HoldRequest request) {
    try {
      CanonicalRequest canonical = new CanonicalRequest();
      canonical.write(request);
      return canonical.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(HoldRequest request) throws IOException {
    out.writeByte(VERSION);
    out.writeInt(request.lines().size());
    for (Line line : request.lines()) {
      write(line);
    }
    text(request.id() == null ? null : request.id().toString());
    text(request.key());
    text(request.lifetime().toString());
    Customer customer = request.customer();
    text(request.channel());
    text(request.promo());
    text(customer.name());
    text(customer.email());
    text(customer.phone());
    text(customer.locale() == null ? null : customer.locale().toLanguageTag());
  }

  private void write(Line line) throws IOException {
    text(line.occurrence().toString());
    out.writeInt(line.units());
    text(line.fare().unit());
    text(line.fare().fareClass());
    out.writeInt(line.fare().ages().size());
    for (int age : line.fare().ages()) {
      out.writeInt(age);
    }
    amounts(line.fare().measures());
    amounts(line.takes());
    section(line.section());
    out.writeInt(line.seats().size());
    for (String seat : line.seats()) {
      text(seat);
    }
    wish(line.wish());
  }

  private void amounts(SortedMap<String, Integer> amounts) throws IOException {
    out.writeInt(amounts.size());
    for (var amount : amounts.entrySet()) {
      text(amount.getKey());
      out.writeInt(amount.getValue());
    }
  }

  private void wish(@Nullable SeatWish wish) throws IOException {
    out.writeBoolean(wish != null);
    if (wish != null) {
      text(wish.zone());
      out.writeInt(wish.tags().size());
      for (String tag : new TreeSet<>(wish.tags())) {
        text(tag);
      }
      text(wish.together().name());
    }
  }

  private void section(Section section) throws IOException {
    if (section instanceof Section.Between between) {
      out.writeByte(1);
      text(between.from());
      text(between.to());
    } else if (section instanceof Section.Legs legs) {
      out.writeByte(2);
      out.writeInt(legs.range().from());
      out.writeInt(legs.range().to());
    } else {
      out.writeByte(0);
    }
  }

  private void text(@Nullable String value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeUTF(value);
    }
  }
}
