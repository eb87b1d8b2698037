package io.travelsuite.metric;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Times the calls of one port. */
final class MeteredCalls implements InvocationHandler {

  private final MeteredPorts ports;
  private final String port;
  private final Object real;

  MeteredCalls(MeteredPorts ports, String port, Object real) {
    this.ports = ports;
    this.port = port;
    this.real = real;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.getName().equals("equals")
          ? proxy == requireNonNull(arguments)[0] // the real one does not know this one
          : method.invoke(real, arguments);
    }
    long begun = System.nanoTime();
    String answer = "done";
    try {
      Object result = method.invoke(real, arguments);
      if (result != null && method.getReturnType().isSealed()) {
        answer = result.getClass().getSimpleName();
      }
      return result;
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause() == null ? e : e.getCause();
      answer = thrown.getClass().getSimpleName();
      throw thrown;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      ports.tell(new MeteredPorts.Told(port, method.getName(), answer), took);
    }
  }
}
