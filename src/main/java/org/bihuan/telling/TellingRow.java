package org.bihuan.telling;

import org.bihuan.terms.Channel;

/**
 * One answer of a table.
 *
 * @param to a code of {@link org.bihuan.terms.Addressee}, or one group or account as {@link org.bihuan.terms.Recipient} has them
 */
public record TellingRow(String to, Channel channel) {
}
