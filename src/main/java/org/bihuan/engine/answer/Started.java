package org.bihuan.engine.answer;

/**
 * A start form was handed in and taken; told as an event, within the transaction.
 *
 * @param account who did
 */
public record Started(String account, String processKey) {
}
