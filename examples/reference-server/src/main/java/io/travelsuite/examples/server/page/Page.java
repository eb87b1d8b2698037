package io.travelsuite.examples.server.page;

/**
 * A page: all that its template shows is escaped.
 *
 * @param frame what is around it
 * @param template the name of its template among the resources of the server, without its ending:
 *     {@code page/find}
 * @param model what the template shows: a record, a map
 */
public record Page(Frame frame, String template, Object model) {}
