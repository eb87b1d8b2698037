package io.travelsuite.jdbc.idempotency;

import io.travelsuite.Mode;
import io.travelsuite.idempotency.Fingerprint;
import io.travelsuite.idempotency.JsonForm;
import io.travelsuite.idempotency.Scope;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests claim. */
public final class Ask {

  /** One scope for all of them. */
  public static final Scope SCOPE = new Scope("acme", Mode.TEST, "till-7", "payments.charge");

  /** A request. */
  public static final Fingerprint REQUEST = Fingerprint.of(1, Map.of("amount", 1900));

  /** Another. */
  public static final Fingerprint OTHER = Fingerprint.of(1, Map.of("amount", 1901));

  /** Texts as they are. */
  public static final JsonForm<String> TEXT =
      new JsonForm<>() {
        @Override
        public String write(String value) {
          return value;
        }

        @Override
        public String read(String json) {
          return json;
        }
      };

  private static final AtomicInteger LAST = new AtomicInteger();

  private Ask() {}

  /** A key not used before. */
  public static String newKey() {
    return "key-" + LAST.incrementAndGet();
  }
}
