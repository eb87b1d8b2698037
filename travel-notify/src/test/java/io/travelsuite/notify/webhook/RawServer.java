package io.travelsuite.notify.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server that misbehaves as a test says, with or without TLS. */
final class RawServer implements AutoCloseable {

  /** What is done with a connection, before it is closed. */
  interface Behaviour {
    void with(Socket connection) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();

  private RawServer(ServerSocket server) {
    this.server = server;
  }

  static RawServer start(ServerSocketFactory factory, Behaviour behaviour) {
    try {
      RawServer raw =
          new RawServer(factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      raw.threads.execute(() -> raw.accept(behaviour));
      return raw;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept(Behaviour behaviour) {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.incrementAndGet();
        threads.execute(
            () -> {
              try (connection) {
                behaviour.with(connection);
              } catch (IOException | InterruptedException e) {
                // the other side has gone, or the test is over
              }
            });
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Reads a request to its end: its header and as much content as that says. */
  static void readRequest(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("ended within the header");
      }
      head.append((char) next);
    }
    String length = head.toString().replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
  }

  static void write(Socket connection, String text) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
