package io.travelsuite.jdbc;

/** How a round locks what it reads. */
enum Locking {
  /** Waits for what somebody else has. */
  WAIT("FOR UPDATE"),
  /** Passes over what somebody else has. */
  SKIP("FOR UPDATE SKIP LOCKED"),
  /** Locks nothing, and so decides nothing but a refusal. */
  NONE("");

  private final String clause;

  Locking(String clause) {
    this.clause = clause;
  }

  String clause() {
    return clause;
  }
}
