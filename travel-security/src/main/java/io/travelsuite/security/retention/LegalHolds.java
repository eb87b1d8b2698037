package io.travelsuite.security.retention;

import io.travelsuite.inventory.OperatorId;
import java.util.List;

/** Where legal holds are kept. Safe for use by many threads. */
@FunctionalInterface
public interface LegalHolds {

  /**
   * {@return the holds of an operator; ended ones may be among them}
   *
   * @param operator whose
   */
  List<LegalHold> of(OperatorId operator);
}
