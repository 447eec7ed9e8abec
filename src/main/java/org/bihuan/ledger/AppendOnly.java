package org.bihuan.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

import org.h2.api.Trigger;

/** H2's trigger that refuses to change what is permanent: the trail, files, attachments; PostgreSQL has the same in its migration. */
public class AppendOnly implements Trigger {

	private String table;

	@Override
	public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
		this.table = table;
	}

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		throw new SQLException(table.toLowerCase(Locale.ROOT) + " is append-only");
	}
}
