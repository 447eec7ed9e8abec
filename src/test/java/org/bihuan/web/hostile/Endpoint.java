package org.bihuan.web.hostile;

import java.util.List;

/**
 * One way to ask: of the platform's REST, the webapps' API, our pages or our API.
 *
 * @param method of HTTP
 * @param path with its parameters in braces, each by its name
 * @param body what the request is read into; null for nothing
 * @param type of the request's content; null for what has none
 * @param parameters the names that it knows behind the question mark
 */
record Endpoint(String method, String path, Class<?> body, String type, List<String> parameters) {
}
