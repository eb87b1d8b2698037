/** Alerts that reach somebody: by mail, by SMS, by a signed webhook. */
@NullMarked
package io.travelsuite.notify.alert;

import org.jspecify.annotations.NullMarked;
