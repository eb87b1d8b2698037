package io.travelsuite.jdbc.crash;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** One connection through the proxy. */
final class ProxyLink {

  private final CommitProxy proxy;
  private final Socket client;
  private final Socket server;
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile boolean answerIsLost;

  ProxyLink(CommitProxy proxy, Socket client, Socket server) throws IOException {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
  }

  /** From the client to the server, packet by packet. */
  void pumpCommands() {
    try {
      DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      MySqlPacket packet = MySqlPacket.read(in);
      while (packet != null) {
        ArmedCut cut = packet.isCommit() ? proxy.takeCut() : null;
        if (cut != null) {
          make(cut, packet);
          return;
        }
        packet.writeTo(server.getOutputStream());
        packet = MySqlPacket.read(in);
      }
    } catch (IOException e) {
      // one side is gone; so is the other now
    } finally {
      close();
    }
  }

  /** From the server to the client, byte by byte. */
  void pumpAnswers() {
    byte[] buffer = new byte[16_384];
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      int length = in.read(buffer);
      while (length >= 0 && !answerIsLost) {
        out.write(buffer, 0, length); // nothing after it: the client may be cut off by now
        length = in.read(buffer);
      }
    } catch (IOException e) {
      // one side is gone; so is the other now
    } finally {
      answered.countDown();
      close();
    }
  }

  private void make(ArmedCut cut, MySqlPacket commit) throws IOException {
    cut.begin(this);
    switch (cut.cut()) {
      case BEFORE_COMMIT -> close();
      case DURING_COMMIT -> {
        commit.writeTo(server.getOutputStream());
        close();
      }
      case AFTER_COMMIT -> commitUnheard(commit);
      case BEFORE_A_LATE_COMMIT -> {
        answerIsLost = true;
        client.close();
        cut.made();
        cut.awaitLetGo();
        commitUnheard(commit);
      }
    }
    cut.made();
    cut.over();
  }

  /** The server answers when it has committed; the answer goes nowhere. */
  private void commitUnheard(MySqlPacket commit) throws IOException {
    answerIsLost = true;
    commit.writeTo(server.getOutputStream());
    try {
      answered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Cuts both sides. */
  void close() {
    proxy.forget(this);
    closeQuietly(client);
    closeQuietly(server);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it was dead already
    }
  }
}
