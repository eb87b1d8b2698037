package io.travelsuite.jdbc.model;

import io.travelsuite.Travel;
import java.util.function.Function;

/**
 * A call made on the library and on the model alike.
 *
 * @param text what is called, with what
 * @param look whether it only looks, and thus sweeps nothing
 * @param call the call
 */
record Operation(String text, boolean look, Function<Travel, Object> call) {

  static Operation of(String text, Function<Travel, Object> call) {
    return new Operation(text, false, call);
  }

  static Operation look(String text, Function<Travel, Object> call) {
    return new Operation(text, true, call);
  }
}
