package io.travelsuite.jdbc.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Draws operations, some kinds more often than others. */
final class Operations {

  private final ModelTravel known;
  private final Dice dice;
  private final InventoryOperations inventory;
  private final List<Weighted> kinds;

  private record Weighted(int weight, Supplier<Operation> kind) {}

  Operations(ModelTravel known, Dice dice) {
    this.known = known;
    this.dice = dice;
    this.inventory = new InventoryOperations(known, dice);
    HoldOperations holds = new HoldOperations(known, dice);
    BookingOperations bookings = new BookingOperations(known, dice);
    LookOperations looks = new LookOperations(known, dice);
    kinds =
        List.of(
            new Weighted(24, holds::hold),
            new Weighted(6, holds::repeat),
            new Weighted(14, bookings::confirm),
            new Weighted(8, bookings::extend),
            new Weighted(12, bookings::change),
            new Weighted(4, bookings::release),
            new Weighted(14, bookings::cancel),
            new Weighted(8, bookings::redeem),
            new Weighted(2, bookings::noShow),
            new Weighted(4, looks::find),
            new Weighted(4, looks::manifest),
            new Weighted(3, looks::sweep),
            new Weighted(3, inventory::open),
            new Weighted(3, inventory::sell),
            new Weighted(4, inventory::setTerms),
            new Weighted(7, inventory::resize),
            new Weighted(4, inventory::find),
            new Weighted(2, inventory::range),
            new Weighted(1, inventory::addProduct),
            new Weighted(1, inventory::addOperator));
  }

  /** Makes what there must be before anything else can be asked. */
  void opening(Consumer<Operation> perform) {
    while (known.operators.size() < 2) {
      perform.accept(inventory.addOperator());
    }
    while (known.products.size() < 4) {
      perform.accept(inventory.addProduct());
    }
    while (known.occurrences.size() < 6) {
      perform.accept(inventory.open());
    }
  }

  Operation next() {
    int total = kinds.stream().mapToInt(Weighted::weight).sum();
    int left = dice.between(1, total);
    for (Weighted weighted : kinds) {
      left -= weighted.weight();
      if (left <= 0) {
        return weighted.kind().get();
      }
    }
    throw new AssertionError("the weights do not add up");
  }
}
