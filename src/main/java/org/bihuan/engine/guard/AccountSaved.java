package org.bihuan.engine.guard;

/** An account was created or changed. */
public record AccountSaved(String userId) {
}
