package io.travelsuite.examples.server.catalogue;

import io.travelsuite.inventory.StopPair;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a product is sold: all of it, or from one stop to another.
 *
 * @param code its code, unique in the product
 * @param name what people read
 * @param stops where people board and alight, or null for the whole run
 * @param hours when it starts or is open
 * @param rules what its sale is bound by
 * @param units the fare units that are sold; the first one is what "how many are left" counts
 */
public record Option(
    String code,
    String name,
    @Nullable StopPair stops,
    Hours hours,
    Rules rules,
    List<Unit> units) {

  /** Copies the list. */
  public Option {
    units = List.copyOf(units);
  }

  /**
   * When an option runs.
   *
   * @param starts the local start times; one that is sold by day has one, the last admission
   * @param opens when it opens, for one that is sold by day
   * @param length how long it takes, or how long it is open
   */
  public record Hours(List<LocalTime> starts, LocalTime opens, Duration length) {

    /** Copies the list. */
    public Hours {
      starts = List.copyOf(starts);
    }
  }

  /**
   * What a sale is bound by.
   *
   * @param saleEnds how long before the start the sale ends
   * @param cancelUntil how long before the start a booking can be changed or cancelled, whole hours
   * @param mostUnits how many units one booking may have
   * @param seated whether each unit gets a numbered seat
   */
  public record Rules(Duration saleEnds, Duration cancelUntil, int mostUnits, boolean seated) {}

  /**
   * {@return the unit of that code, if there is one}
   *
   * @param code its code
   */
  public Optional<Unit> unit(String code) {
    return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
  }
}
