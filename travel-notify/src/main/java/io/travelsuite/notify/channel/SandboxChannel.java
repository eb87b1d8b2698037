package io.travelsuite.notify.channel;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A channel that sends everything to one address, so that a copy of the real database writes to no
 * customer. Thread-safe.
 *
 * <p>What is sent begins with {@code [sandbox 3f2a]}: four digits that tell one recipient from
 * another, of which there are 65,536, so that they do not tell who it is.
 */
public final class SandboxChannel implements Channel {

  private final Channel channel;
  private final String address;

  private SandboxChannel(Channel channel, String address) {
    this.channel = channel;
    this.address = address;
  }

  /**
   * A sandbox around a channel.
   *
   * @param channel what sends
   * @param address where everything goes, in the channel's form
   * @param deployment what this installation is for
   * @return the sandbox
   * @throws io.travelsuite.InvalidRequestException in production, where customers wait for their
   *     messages
   */
  public static SandboxChannel of(Channel channel, String address, Deployment deployment) {
    unless(
        deployment != Deployment.PRODUCTION,
        "deployment",
        deployment,
        "must not be production with the sandbox of messages on");
    unless(!address.isBlank(), "address", "…", "must not be blank");
    return new SandboxChannel(channel, address);
  }

  @Override
  public String name() {
    return channel.name();
  }

  @Override
  public SendResult send(Message message) {
    String mark = "[sandbox " + digits(message.to()) + "] ";
    Content said = message.content();
    boolean subject = !said.subject().isEmpty();
    String html = html(said.html(), mark);
    Content marked =
        new Content(
            subject ? mark + said.subject() : "", mark + said.text(), html, said.attachments());
    return channel.send(
        new Message(message.key(), message.mode(), address, message.locale(), marked));
  }

  /** Behind {@code <body>} where there is one: before it, it would end the head. */
  private static @Nullable String html(@Nullable String html, String mark) {
    if (html == null) {
      return null;
    }
    String paragraph = "<p>" + mark.strip() + "</p>";
    String marked = html.replaceFirst("(?i)(<body[^>]*>)", "$1" + paragraph);
    return marked.equals(html) ? paragraph + html : marked;
  }

  private static String digits(String address) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 2);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
