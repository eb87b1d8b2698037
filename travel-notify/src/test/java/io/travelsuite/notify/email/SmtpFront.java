package io.travelsuite.notify.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a real SMTP server: does the TLS that the server has not, and lets things go wrong
 * where a test says so.
 */
final class SmtpFront implements AutoCloseable {

  /** A line of the content, as verbs go. */
  static final String BODY = "body";

  /** The greeting. */
  static final String GREETING = "greeting";

  /** What goes wrong at a verb. */
  sealed interface Fault {
    /** The connection ends before the server hears of it. */
    record Cut() implements Fault {}

    /** The server does it, and the connection ends before its answer. */
    record CutAnswer() implements Fault {}

    /** Another answer, of which the server knows nothing. */
    record Answer(String text) implements Fault {}

    /** No answer, ever. */
    record Stall() implements Fault {}
  }

  private final ServerSocket listener;
  private final int server;
  private final SmtpSecurity security;
  private final @Nullable SSLContext tls;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger encrypted = new AtomicInteger();

  private SmtpFront(int server, SmtpSecurity security, @Nullable SSLContext tls) {
    this.server = server;
    this.security = security;
    this.tls = tls;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  static SmtpFront plain(int server) {
    return new SmtpFront(server, SmtpSecurity.PLAIN, null);
  }

  static SmtpFront of(int server, SmtpSecurity security, Identity identity) {
    return new SmtpFront(server, security, identity.server());
  }

  int port() {
    return listener.getLocalPort();
  }

  int accepted() {
    return accepted.get();
  }

  /** How many handshakes went well. */
  int encrypted() {
    return encrypted.get();
  }

  /** Lets something go wrong the next time. */
  void fault(String verb, Fault fault) {
    faults.computeIfAbsent(verb, any -> new ArrayDeque<>()).add(fault);
  }

  /** Ends every connection that stands. */
  void cutAll() throws IOException {
    for (Socket each : open) {
      each.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        open.add(client);
        accepted.incrementAndGet();
        threads.execute(() -> talk(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
      Socket shown = security == SmtpSecurity.TLS ? secured(client) : client;
      new Conversation(shown, behind).run();
    } catch (IOException over) {
      // the test looks at what the client makes of it
    } finally {
      open.remove(client);
    }
  }

  private Socket secured(Socket client) throws IOException {
    SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(client, "localhost", port(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    encrypted.incrementAndGet();
    return socket;
  }

  private @Nullable Fault next(String verb) {
    Deque<Fault> planned = faults.get(verb);
    synchronized (faults) {
      return planned == null ? null : planned.poll();
    }
  }

  /** One connection, line by line. */
  private final class Conversation {

    private final Socket behind;
    private final BufferedReader answers;
    private Socket client;
    private BufferedReader lines;
    private boolean content;

    Conversation(Socket client, Socket behind) throws IOException {
      this.client = client;
      this.behind = behind;
      lines = reader(client);
      answers = reader(behind);
    }

    private BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    void run() throws IOException {
      String greeting = answer();
      if (!faulty(GREETING, null)) {
        write(client, greeting);
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        line(line);
      }
    }

    private void line(String line) throws IOException {
      String verb = verb(line);
      if (faulty(verb, line)) {
        return;
      }
      if (verb.equals("STARTTLS") && security == SmtpSecurity.STARTTLS) {
        write(client, "220 go ahead\r\n");
        client = secured(client);
        lines = reader(client);
        return;
      }
      write(behind, line + "\r\n");
      if (!verb.equals(BODY)) {
        pass(verb, answer());
      }
    }

    private void pass(String verb, String answer) throws IOException {
      content = verb.equals("DATA") && answer.startsWith("354");
      boolean offer =
          verb.equals("EHLO")
              && security == SmtpSecurity.STARTTLS
              && !(client instanceof SSLSocket);
      write(client, offer ? "250-front\r\n250 STARTTLS\r\n" : answer);
    }

    private String verb(String line) {
      if (content) {
        return line.equals(".") ? "." : BODY;
      }
      return line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }

    private boolean faulty(String verb, @Nullable String line) throws IOException {
      Fault fault = next(verb);
      if (fault instanceof Fault.Cut) {
        throw new IOException("cut before " + verb);
      }
      if (fault instanceof Fault.CutAnswer) {
        write(behind, line + "\r\n");
        answer();
        throw new IOException("cut after " + verb);
      }
      if (fault instanceof Fault.Answer answer) {
        write(client, answer.text() + "\r\n");
        if (verb.equals(".")) {
          throw new IOException("the server must not take it later");
        }
      }
      if (fault instanceof Fault.Stall) {
        while (lines.readLine() != null) {} // until the client has had enough
        throw new IOException("stalled at " + verb);
      }
      return fault != null;
    }

    private String answer() throws IOException {
      StringBuilder answer = new StringBuilder();
      String line;
      do {
        line = answers.readLine();
        if (line == null) {
          throw new IOException("the server has gone");
        }
        answer.append(line).append("\r\n");
      } while (line.length() > 3 && line.charAt(3) == '-');
      return answer.toString();
    }

    private void write(Socket to, String text) throws IOException {
      to.getOutputStream().write(text.getBytes(ISO_8859_1));
      to.getOutputStream().flush();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cutAll();
    threads.shutdownNow();
  }
}
