package io.travelsuite.jdbc;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** How events of a joined subscription are marked: done is deleted. */
final class OutboxMarks implements MarkedWork.Marks<OutboxClaims.Item> {

  @Override
  public boolean lock(Handle handle, List<OutboxClaims.Item> claimed) {
    List<OutboxRow> rows = rows(claimed);
    return OutboxDeliveryTable.lock(handle, rows).size() == rows.size();
  }

  @Override
  public void done(Handle handle, List<OutboxClaims.Item> locked) {
    OutboxDeliveryTable.delete(handle, rows(locked));
  }

  private static List<OutboxRow> rows(List<OutboxClaims.Item> items) {
    return items.stream().map(OutboxClaims.Item::row).toList();
  }
}
