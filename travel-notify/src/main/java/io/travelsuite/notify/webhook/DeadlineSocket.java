package io.travelsuite.notify.webhook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A socket with one deadline for all that is read: a read's own timeout begins anew with every byte
 * that a slow server lets fall. TLS laid over it reads through it, so that the handshake is under
 * the deadline too. Goes through no proxy, which would resolve the name again.
 */
final class DeadlineSocket extends Socket {

  /** More than is ever written: a write into a buffer with room never waits. */
  private static final int SEND_BUFFER = 256 * 1024;

  private final long deadline;

  private DeadlineSocket(long deadline) {
    super(Proxy.NO_PROXY);
    this.deadline = deadline;
  }

  /**
   * A connection to one address.
   *
   * @param deadline by {@link System#nanoTime}
   */
  static DeadlineSocket connect(InetAddress address, int port, Duration most, long deadline)
      throws IOException {
    DeadlineSocket socket = new DeadlineSocket(deadline);
    try {
      socket.setSendBufferSize(SEND_BUFFER);
      socket.setTcpNoDelay(true);
      int timeout = Math.min((int) most.toMillis(), socket.remaining());
      socket.connect(new InetSocketAddress(address, port), timeout);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private int remaining() throws SocketTimeoutException {
    long nanos = deadline - System.nanoTime();
    if (nanos <= 0) {
      throw new SocketTimeoutException("out of time");
    }
    return (int) Math.max(1, nanos / 1_000_000);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {

      @Override
      public int read() throws IOException {
        setSoTimeout(remaining());
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        setSoTimeout(remaining());
        return super.read(bytes, offset, length);
      }
    };
  }
}
