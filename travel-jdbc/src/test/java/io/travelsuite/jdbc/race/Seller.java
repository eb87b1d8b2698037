package io.travelsuite.jdbc.race;

import io.travelsuite.inventory.OccurrenceId;
import java.util.List;

/** Sells one unit of each of some occurrences, all or nothing. */
interface Seller {

  /** Whether it sold them; false when one is sold out. */
  boolean sell(List<OccurrenceId> occurrences) throws Exception;
}
