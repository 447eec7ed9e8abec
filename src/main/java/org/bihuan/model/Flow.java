package org.bihuan.model;

/**
 * A sequence flow.
 *
 * @param file its diagram's
 * @param id of the flow
 * @param name its label; empty for none
 * @param sourceRef as it stands there, also where nothing has that id
 * @param targetRef the same
 * @param condition its text, stripped; null for none
 */
public record Flow(String file, String id, String name, String sourceRef, String targetRef, String condition) {
}
