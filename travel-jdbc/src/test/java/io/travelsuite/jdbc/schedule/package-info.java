@NullMarked
package io.travelsuite.jdbc.schedule;

import org.jspecify.annotations.NullMarked;
