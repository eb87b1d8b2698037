package io.travelsuite.security.readiness;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All checks. */
final class Catalogue {

  /** Found by the engine. */
  static final Check EXPIRED =
      Draft.warning(
              "silence.expired",
              "A silence has expired",
              "Mend what it was for, or give it a new reason and day")
          .foundElsewhere(Kind.CONFIG);

  static final List<Check> ALL =
      Stream.of(
              WebChecks.ALL,
              LiveWebChecks.ALL,
              DatabaseChecks.ALL,
              LiveDatabaseChecks.ALL,
              SecretChecks.ALL,
              SignInChecks.ALL,
              MoneyAndMailChecks.ALL,
              DataChecks.ALL,
              OperationChecks.ALL,
              StatementChecks.ALL,
              Look.ALL.stream().map(Look::check).toList(),
              List.of(EXPIRED))
          .flatMap(Collection::stream)
          .toList();

  private static final Map<String, Check> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Check::id, Function.identity()));

  private Catalogue() {}

  static @Nullable Check find(String id) {
    return BY_ID.get(id);
  }

  static boolean isOf(String id, Kind kind) {
    Check check = BY_ID.get(id);
    return check != null && check.kind() == kind;
  }
}
