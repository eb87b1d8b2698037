package io.travelsuite.security.readiness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run found. Holds no secret.
 *
 * @param at when
 * @param looked how many checks were made
 * @param findings what is wrong
 * @param silenced what is wrong too, and does not count for now
 * @param notLooked ids of checks whose probe gave no answer or is not needed here
 */
public record ReadinessReport(
    Instant at,
    int looked,
    List<Finding> findings,
    List<Finding> silenced,
    List<String> notLooked) {

  /** Copies the lists. */
  public ReadinessReport {
    findings = List.copyOf(findings);
    silenced = List.copyOf(silenced);
    notLooked = List.copyOf(notLooked);
  }

  /** {@return whether nothing stands against a start: there may be warnings} */
  public boolean isReady() {
    return errors() == 0;
  }

  /** {@return how many errors there are} */
  public long errors() {
    return count(Severity.ERROR);
  }

  /** {@return how many warnings there are} */
  public long warnings() {
    return count(Severity.WARNING);
  }

  private long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /**
   * {@return what a program ends with: 2 with errors; 1 with warnings alone, when asked for; else
   * 0}
   *
   * @param warningsCount whether to ask for it
   */
  public int exitCode(boolean warningsCount) {
    if (!isReady()) {
      return 2;
    }
    return warningsCount && warnings() > 0 ? 1 : 0;
  }

  /**
   * Lets a start in production go on only when there is no error.
   *
   * @throws NotReadyException if there is one; names the ids of all
   */
  public void requireReady() {
    if (!isReady()) {
      throw new NotReadyException(
          findings.stream()
              .filter(finding -> finding.severity() == Severity.ERROR)
              .map(Finding::id)
              .toList());
    }
  }

  /** {@return one line for each finding, by area, after a line that sums up} */
  public String text() {
    StringBuilder text = new StringBuilder(isReady() ? "ready" : "NOT READY");
    text.append(": ").append(errors()).append(" errors, ").append(warnings()).append(" warnings, ");
    text.append(silenced.size()).append(" silenced; ").append(looked).append(" checks made, ");
    text.append(notLooked.size()).append(" could not be or need not be\n");
    Map<String, List<Finding>> areas =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::area, TreeMap::new, Collectors.toList()));
    areas.forEach(
        (area, found) -> {
          text.append(area).append('\n');
          found.forEach(finding -> text.append("  ").append(line(finding)).append('\n'));
        });
    silenced.forEach(finding -> text.append("silenced ").append(line(finding)).append('\n'));
    return text.toString();
  }

  private static String line(Finding finding) {
    String names =
        finding.details().isEmpty() ? "" : " (" + String.join(", ", finding.details()) + ")";
    return finding.severity()
        + " "
        + finding.id()
        + ": "
        + finding.wrong()
        + names
        + ". "
        + finding.todo()
        + ".";
  }

  /** {@return the same for programs, as one JSON object} */
  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ready", isReady()).put("at", at.toString()).put("looked", looked);
    json.put("errors", errors()).put("warnings", warnings());
    write(findings, json.putArray("findings"));
    write(silenced, json.putArray("silenced"));
    ArrayNode left = json.putArray("notLooked");
    notLooked.forEach(left::add);
    return json.toString();
  }

  private static void write(List<Finding> findings, ArrayNode array) {
    for (Finding finding : findings) {
      ObjectNode one = array.addObject();
      one.put("id", finding.id()).put("severity", finding.severity().name());
      one.put("kind", finding.kind().name()).put("wrong", finding.wrong());
      ArrayNode details = one.put("todo", finding.todo()).putArray("details");
      finding.details().forEach(details::add);
    }
  }
}
