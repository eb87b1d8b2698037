/** How long data are kept, and what takes them away afterwards. */
@NullMarked
package io.travelsuite.security.retention;

import org.jspecify.annotations.NullMarked;
