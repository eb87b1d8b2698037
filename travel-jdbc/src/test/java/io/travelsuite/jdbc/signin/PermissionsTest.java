package io.travelsuite.jdbc.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Bookings;
import io.travelsuite.integrity.Integrity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.payments.Payments;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.price.Prices;
import io.travelsuite.schedule.Schedules;
import io.travelsuite.search.Search;
import io.travelsuite.security.role.Permissions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever adds an operation says which permission it takes. */
class PermissionsTest {

  private static final List<Class<?>> SERVICES =
      List.of(
          Bookings.class,
          Inventory.class,
          Prices.class,
          Schedules.class,
          Search.class,
          Integrity.class,
          Payments.class,
          WebhookInbox.class);

  private static Set<String> operations() {
    return SERVICES.stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(PermissionsTest::name)
        .collect(Collectors.toSet());
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  @Test
  void every_operation_of_the_services_has_a_permission() {
    assertThat(Permissions.byOperation().keySet()).containsAll(operations());
  }

  @Test
  void every_permission_named_for_them_is_of_an_operation_there_is() {
    Set<String> services = SERVICES.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    Set<String> named =
        Permissions.byOperation().keySet().stream()
            .filter(name -> services.contains(name.substring(0, name.indexOf('.'))))
            .collect(Collectors.toSet());

    assertThat(operations()).containsAll(named);
  }
}
