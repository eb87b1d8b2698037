package io.travelsuite.examples.server.edge;

import io.travelsuite.security.address.AddressRanges;
import io.travelsuite.security.address.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Cuts connections whose client takes too long to say what it wants: Jetty's idle timeout begins
 * anew with every byte, so that a byte a second holds a connection for ever. Also bounds how many
 * connections one address has, and how long who asks nothing keeps a server that ends.
 */
final class SlowClients extends EventsHandler implements Connection.Listener {

  private static final long SWEEP_MILLIS = 250;

  /** How long a client that asks nothing keeps a server that ends. */
  private static final long LAST_IDLE_MILLIS = 1_000;

  /** Within which a request ends that was cut. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Limits limits;
  private final AddressRanges proxies;
  private final Map<Connection, Waiting> connections = new ConcurrentHashMap<>();
  private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
  private Scheduler.@Nullable Task next;

  SlowClients(Limits limits, AddressRanges proxies) {
    this.limits = limits;
    this.proxies = proxies;
  }

  /** What is waited for on a connection. Written by the thread that has it, read by the sweep. */
  private static final class Waiting {

    /** Of the client, kept since a closed connection has none; null for a proxy. */
    private final @Nullable InetAddress address;

    /** When it is cut; 0 while the server has the turn, or nothing of a next request came yet. */
    private volatile long deadline;

    /** What had come when the request before was answered: a byte more begins the next. */
    private volatile long bytesBefore = -1;

    /** Whether its client counts as gone. */
    private volatile boolean isCut;

    Waiting(@Nullable InetAddress address) {
      this.address = address;
    }
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    sweepSoon();
  }

  @Override
  protected void doStop() throws Exception {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
    super.doStop();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof SslConnection) {
      return; // the one inside it counts
    }
    InetAddress address = address(connection);
    if (address != null && byAddress.merge(address, 1, Integer::sum) > limits.perAddress()) {
      left(address);
      connection.getEndPoint().close();
      return;
    }
    Waiting waiting = new Waiting(address);
    waiting.deadline = in(limits.headersWithin());
    connections.put(connection, waiting);
  }

  @Override
  public void onClosed(Connection connection) {
    Waiting waiting = connections.remove(connection);
    if (waiting != null && waiting.address != null) {
      left(waiting.address);
    }
  }

  private void left(InetAddress address) {
    byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }

  @Override
  protected void onBeforeHandling(Request request) {
    Waiting waiting = waiting(request);
    if (waiting != null && !waiting.isCut) {
      waiting.deadline = request.getLength() == 0 ? 0 : in(limits.bodyWithin());
    }
  }

  @Override
  protected void onRequestRead(Request request, Content.@Nullable Chunk chunk) {
    Waiting waiting = waiting(request);
    if (waiting != null && !waiting.isCut && chunk != null && chunk.isLast()) {
      waiting.deadline = 0;
    }
  }

  @Override
  protected void onComplete(Request request, int status, HttpFields headers, Throwable failure) {
    Waiting waiting = waiting(request);
    if (waiting != null && !waiting.isCut) {
      waiting.bytesBefore = connection(request).getBytesIn();
      waiting.deadline = 0;
    }
  }

  private void sweepSoon() {
    next = getServer().getScheduler().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    connections.forEach(this::look);
    if (isRunning() || isStarting()) {
      sweepSoon();
    }
  }

  private void look(Connection connection, Waiting waiting) {
    long deadline = waiting.deadline;
    if (deadline != 0 && System.nanoTime() - deadline > 0) {
      cut(connection, waiting);
    } else if (deadline == 0 && waiting.bytesBefore >= 0) {
      lookBetweenRequests(connection, waiting);
    }
  }

  /**
   * Jetty, as it stops, shortens the idle timeout of all connections, once: one whose answer is out
   * and whose request ends a moment later has the old one again, and would outlast the draining.
   */
  private void lookBetweenRequests(Connection connection, Waiting waiting) {
    if (connection.getBytesIn() > waiting.bytesBefore) {
      waiting.bytesBefore = -1;
      waiting.deadline = in(limits.headersWithin());
    } else if (getServer().isStopping()) {
      connection.getEndPoint().setIdleTimeout(LAST_IDLE_MILLIS);
    }
  }

  /**
   * As if the client had gone, so that a request whose body is waited for ends too: one whose
   * connection is closed under it never does, and a server that drains waits for it.
   */
  private static void cut(Connection connection, Waiting waiting) {
    EndPoint endPoint = connection.getEndPoint();
    if (!waiting.isCut && transport(endPoint) instanceof SocketChannel channel) {
      waiting.isCut = true;
      waiting.deadline = in(GRACE);
      try {
        channel.shutdownInput();
        return;
      } catch (IOException alreadyGone) {
        // it is closed below
      }
    }
    endPoint.close();
  }

  /** The socket, under TLS too. */
  private static Object transport(EndPoint endPoint) {
    Object transport = endPoint.getTransport();
    return transport instanceof EndPoint below ? transport(below) : transport;
  }

  /** Never 0, which is no deadline. */
  private static long in(Duration duration) {
    return (System.nanoTime() + duration.toNanos()) | 1;
  }

  private @Nullable Waiting waiting(Request request) {
    return connections.get(connection(request));
  }

  private static Connection connection(Request request) {
    return request.getConnectionMetaData().getConnection();
  }

  /** Null for a proxy: its clients are many. */
  private @Nullable InetAddress address(Connection connection) {
    SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
    if (!(remote instanceof InetSocketAddress inet) || inet.getAddress() == null) {
      return null;
    }
    boolean proxy =
        IpAddress.parseHost(inet.getAddress().getHostAddress())
            .map(proxies::contains)
            .orElse(false);
    return proxy ? null : inet.getAddress();
  }
}
