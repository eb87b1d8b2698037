/** What is told to one person, and the port through which it goes out. */
@NullMarked
package io.travelsuite.notify.channel;

import org.jspecify.annotations.NullMarked;
