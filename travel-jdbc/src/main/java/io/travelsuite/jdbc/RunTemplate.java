package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Product;
import io.travelsuite.schedule.SavedSchedule;
import io.travelsuite.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a version of a schedule makes of a local start. */
final class RunTemplate {

  private final SavedSchedule saved;
  private final Product product;
  private final String layout;
  private final DocumentId layoutId;

  RunTemplate(SavedSchedule saved, Product product) {
    this.saved = saved;
    this.product = product;
    layout = LayoutJson.write(ScheduleJson.request(saved.schedule()));
    layoutId = DocumentId.of(layout);
  }

  SavedSchedule saved() {
    return saved;
  }

  Schedule schedule() {
    return saved.schedule();
  }

  int version() {
    return saved.version();
  }

  Product product() {
    return product;
  }

  /** The layout of every run, as a document. */
  String layout() {
    return layout;
  }

  DocumentId layoutId() {
    return layoutId;
  }

  Instant instant(LocalDateTime start) {
    return start.atZone(product.zone()).toInstant();
  }

  /** The run of a start, in the zone that its occurrence has or is to have. */
  OccurrenceRequest run(LocalDateTime start, ZoneId zone) {
    return schedule().run(start, zone);
  }

  static Map<String, Capacity> capacities(OccurrenceRequest run) {
    Map<String, Capacity> capacities = new LinkedHashMap<>();
    run.pools().forEach(pool -> capacities.put(pool.name(), pool.capacity()));
    return capacities;
  }
}
