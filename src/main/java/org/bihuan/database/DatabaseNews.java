package org.bihuan.database;

/**
 * The database has gone, or is there again: for who works in the background.
 *
 * @param there whether it is
 */
public record DatabaseNews(boolean there) {
}
