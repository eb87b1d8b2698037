package io.travelsuite.jdbc.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a pool and the server, and cuts the connection on which the next COMMIT comes.
 * Thread-safe.
 */
public final class CommitProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
  private final AtomicReference<ArmedCut> armed = new AtomicReference<>();
  private final AtomicInteger cuts = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "commit-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private volatile InetSocketAddress upstream;
  private volatile boolean dark;

  /** A proxy of the server that a JDBC URL names. */
  public CommitProxy(String jdbcUrl) {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    forwardTo(jdbcUrl);
    threads.execute(this::accept);
  }

  /** The same URL through this proxy, in plain text. */
  public String through(String jdbcUrl) {
    String address = listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
    String plain = jdbcUrl.replaceFirst("//[^/]+/", "//" + address + "/");
    return plain.contains("sslMode=")
        ? plain
        : plain + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";
  }

  /** Sends connections made from now on to another server. */
  public void forwardTo(String jdbcUrl) {
    URI server = URI.create(jdbcUrl.substring("jdbc:".length()));
    upstream = new InetSocketAddress(server.getHost(), server.getPort());
  }

  /** Cuts the connection on which the next COMMIT comes, once. */
  public ArmedCut cutNext(Cut cut) {
    return arm(new ArmedCut(cut, link -> {}));
  }

  /** The same, and every other connection too, and none is made after it. */
  public ArmedCut cutNextAndGoDark(Cut cut) {
    return arm(new ArmedCut(cut, this::goDark));
  }

  /** The same, and every other connection too; new ones are made to another server. */
  public ArmedCut cutNextAndFailOver(Cut cut, String jdbcUrl) {
    return arm(
        new ArmedCut(
            cut,
            link -> {
              forwardTo(jdbcUrl);
              closeAllBut(link);
            }));
  }

  private ArmedCut arm(ArmedCut next) {
    armed.set(next);
    return next;
  }

  private void goDark(ProxyLink but) {
    dark = true;
    closeAllBut(but);
  }

  private void closeAllBut(ProxyLink one) {
    links.stream().filter(link -> link != one).forEach(ProxyLink::close);
  }

  /** How many connections were cut at COMMIT so far. */
  public int cuts() {
    return cuts.get();
  }

  /** The cut to make at a COMMIT, or null. */
  ArmedCut takeCut() {
    ArmedCut cut = armed.getAndSet(null);
    if (cut != null) {
      cuts.incrementAndGet();
    }
    return cut;
  }

  void forget(ProxyLink link) {
    links.remove(link);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (dark) {
          client.close();
        } else {
          link(client);
        }
      } catch (IOException e) {
        // the listener was closed, or the server is gone: the client sees its connection end
      }
    }
  }

  private void link(Socket client) throws IOException {
    Socket server = new Socket();
    try {
      server.connect(upstream);
    } catch (IOException e) {
      client.close();
      throw e;
    }
    ProxyLink link = new ProxyLink(this, client, server);
    links.add(link);
    threads.execute(link::pumpCommands);
    threads.execute(link::pumpAnswers);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      links.forEach(ProxyLink::close);
      threads.shutdownNow();
    }
  }
}
