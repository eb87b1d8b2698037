package io.travelsuite.jdbc;

import io.travelsuite.TravelException;
import io.travelsuite.notify.outbox.Answer;
import java.io.Serial;

/** A joined handler's answer that it is not done, on its way out of the transaction it undoes. */
final class UnfinishedException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  UnfinishedException(Answer answer) {
    super("not done", null);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
