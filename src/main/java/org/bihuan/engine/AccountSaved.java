package org.bihuan.engine;

/** An account was created or changed. */
public record AccountSaved(String userId) {
}
