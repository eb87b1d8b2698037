/** Who may do what: permissions, roles as data, and decisions that explain themselves. */
@NullMarked
package io.travelsuite.security.role;

import org.jspecify.annotations.NullMarked;
