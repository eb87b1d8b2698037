package io.travelsuite.notify.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.travelsuite.notify.channel.SendResult;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One POST by HTTP/1.1 on a connection of its own, to an address that was checked: the name is
 * resolved once, every address is judged, and the socket is connected to one of them. The name
 * stands in the TLS server name, in the certificate's check and in the Host field only, so that a
 * resolver that answers otherwise the next time changes nothing. The JDK's client resolves by
 * itself, after any check, and cannot be given an address.
 */
final class PinnedPost {

  private static final int MOST_ADDRESSES = 3;

  private final Egress egress;

  PinnedPost(Egress egress) {
    this.egress = egress;
  }

  /** What is thrown where the other side need not be asked. Never reaches a caller. */
  private static final class UnsentException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The word of the result. */
    private final String reason;

    UnsentException(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** What the other side answered, or why there is no answer. */
  record Outcome(int status, SendResult without, @Nullable String retryAfter) {

    private static Outcome none(SendResult result) {
      return new Outcome(0, result, null);
    }
  }

  Outcome send(PartnerUrl url, Map<String, String> headers, byte[] body) {
    long deadline = System.nanoTime() + egress.times().all().toNanos();
    boolean[] begun = {false};
    try (Socket socket = open(url, deadline)) {
      byte[] request = request(url, headers, body);
      begun[0] = true;
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      HttpReply reply = HttpReply.read(new BufferedInputStream(socket.getInputStream(), 1024));
      return new Outcome(reply.status(), new SendResult.Sent(null), reply.retryAfter());
    } catch (UnsentException e) {
      return Outcome.none(new SendResult.Failed(e.reason, null));
    } catch (ProtocolException e) {
      return Outcome.none(new SendResult.Failed("bad-answer", null));
    } catch (SocketTimeoutException e) {
      return Outcome.none(new SendResult.Unknown("timeout"));
    } catch (IOException e) {
      return Outcome.none(
          begun[0]
              ? new SendResult.Unknown("connection-lost")
              : new SendResult.Failed("connection", null));
    }
  }

  private Socket open(PartnerUrl url, long deadline) throws IOException {
    Socket plain = connect(url, deadline);
    if (!url.secure()) {
      return plain;
    }
    try {
      return secured(plain, url);
    } catch (IOException e) {
      plain.close();
      throw new UnsentException(e instanceof SocketTimeoutException ? "timeout" : "tls");
    }
  }

  private Socket connect(PartnerUrl url, long deadline) throws UnsentException {
    List<InetAddress> addresses = addresses(url.host());
    String last = "no-address";
    for (InetAddress address : addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()))) {
      try {
        return DeadlineSocket.connect(address, url.port(), egress.times().connect(), deadline);
      } catch (SocketTimeoutException e) {
        last = "connect-timeout";
      } catch (IOException e) {
        last = "connection";
      }
    }
    throw new UnsentException(last);
  }

  /** All of them are allowed, or none is used: a name that stands for both is no mistake. */
  private List<InetAddress> addresses(String host) throws UnsentException {
    List<InetAddress> addresses;
    try {
      addresses = egress.resolver().resolve(host);
    } catch (IOException e) {
      throw new UnsentException("no-address");
    }
    for (InetAddress address : addresses) {
      if (egress.addresses().refusal(address) != null) {
        throw new UnsentException("address-refused");
      }
    }
    return addresses;
  }

  private SSLSocket secured(Socket plain, PartnerUrl url) throws IOException {
    SSLSocket socket =
        (SSLSocket) context().getSocketFactory().createSocket(plain, url.host(), url.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818: else any name would do
    parameters.setServerNames(List.of(new SNIHostName(url.host())));
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private SSLContext context() throws IOException {
    try {
      SSLContext given = egress.tls();
      return given == null ? SSLContext.getDefault() : given;
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private static byte[] request(PartnerUrl url, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder(512);
    head.append("POST ").append(url.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(url.authority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n");
    head.append("Connection: close\r\n\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
    request.writeBytes(head.toString().getBytes(US_ASCII));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
