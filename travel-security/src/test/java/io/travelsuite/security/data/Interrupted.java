package io.travelsuite.security.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A kill at any call of a port: before it is carried out, or after it and before its answer. */
final class Interrupted {

  /** The process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final int at;
  private int calls;

  /** Killed at the call of this number, the first is 0; each call counts twice. */
  Interrupted(int at) {
    this.at = at;
  }

  <T> T port(Class<T> type, T port) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              step();
              try {
                Object answer = method.invoke(port, arguments);
                step();
                return answer;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
    return type.cast(proxy);
  }

  private void step() {
    if (calls++ == at) {
      throw new Killed();
    }
  }

  boolean survived() {
    return calls <= at;
  }
}
