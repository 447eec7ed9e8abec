package org.bihuan.engine.guard;

/** An account was created or changed, or one of a directory has come for the first time since the start. */
public record AccountSaved(String userId) {
}
