package io.travelsuite.examples.server.edge;

import io.javalin.http.Context;
import io.travelsuite.security.role.Permission;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows who of the staff sends a request, and that their own browser's page does. */
public interface StaffGuard {

  /**
   * Somebody of the staff who is signed in.
   *
   * @param subject who, by an id that never changes
   * @param name what they sign in by
   * @param role what they are
   */
  record Signed(String subject, String name, String role) {

    private static final String ATTRIBUTE = Signed.class.getName();

    /** {@return who sends a request to an endpoint for staff} */
    public static Signed of(Context context) {
      return Objects.requireNonNull(context.attribute(ATTRIBUTE));
    }

    void keptIn(Context context) {
      context.attribute(ATTRIBUTE, this);
    }
  }

  /** {@return who sends a request, if they are signed in} */
  Optional<Signed> signed(Context context);

  /** {@return whether no other site made the browser send it} */
  boolean isOwn(Context context);

  /** {@return whether somebody may do something} */
  boolean may(Signed signed, @Nullable Permission permission);
}
