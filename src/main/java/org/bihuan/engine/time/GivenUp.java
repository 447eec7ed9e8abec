package org.bihuan.engine.time;

/**
 * The engine has tried a job as often as it may and now leaves it to people: an incident, written in this transaction.
 *
 * @param job the engine's id of it
 */
public record GivenUp(String job) {
}
