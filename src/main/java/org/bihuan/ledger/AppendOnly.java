package org.bihuan.ledger;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.api.Trigger;

/** H2's trigger that refuses to change the trail; PostgreSQL has the same in its migration. */
public class AppendOnly implements Trigger {

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		throw new SQLException("the event trail is append-only");
	}
}
