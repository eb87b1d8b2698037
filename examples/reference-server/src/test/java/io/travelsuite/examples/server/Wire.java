package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/** HTTP byte by byte, so that a test may send what no client would. */
final class Wire {

  private static final int PATIENCE_MILLIS = 15_000;

  private final int port;
  private final SSLContext tls;

  /** With TLS, or without where the context is null. */
  Wire(int port, SSLContext tls) {
    this.port = port;
    this.tls = tls;
  }

  /** What came back; names of headers in small letters, values of one name joined by a line end. */
  record Answer(int status, Map<String, String> headers, String body) {

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    List<String> cookies() {
      return header("set-cookie").lines().toList();
    }
  }

  Socket connect() throws IOException {
    Socket socket =
        tls == null
            ? new Socket(InetAddress.getLoopbackAddress(), port)
            : tls.getSocketFactory().createSocket("127.0.0.1", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Sends a request as it is, and reads all until the server closes the connection. */
  Answer send(String request) {
    return send(request.getBytes(UTF_8));
  }

  Answer send(byte[] request) {
    try (Socket socket = connect()) {
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (IOException closedBefore) {
        // the server may answer before it has read all
      }
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request with a body and these further lines of headers, each ended by a line end. */
  Answer send(String method, String target, String headers, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(method, target, bytes.length, headers);
    byte[] start = head.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    return send(all);
  }

  static Answer read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        all.write(buffer, 0, count);
      }
    } catch (java.net.SocketException reset) {
      // what came before it counts
    }
    return parse(all.toString(UTF_8));
  }

  private static Answer parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, Map.of(), text);
    }
    List<String> lines = text.substring(0, end).lines().toList();
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + "\n" + b);
    }
    int status = Integer.parseInt(lines.get(0).split(" ", 3)[1]);
    return new Answer(status, headers, text.substring(end + 4));
  }

  static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
