package io.travelsuite.examples.replay;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A hotel of the trace, sold as one product. */
enum Hotel {
  RESORT("resort", "Resort Hotel"),
  CITY("city", "City Hotel");

  private final String code;
  private final String title;

  Hotel(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** The product's code, and its name in the summary. */
  String code() {
    return code;
  }

  /** What the trace calls it. */
  String title() {
    return title;
  }

  static Optional<Hotel> titled(String title) {
    return Arrays.stream(values()).filter(hotel -> hotel.title.equals(title)).findFirst();
  }

  static String titles() {
    return Arrays.stream(values()).map(Hotel::title).collect(Collectors.joining(" or "));
  }
}
