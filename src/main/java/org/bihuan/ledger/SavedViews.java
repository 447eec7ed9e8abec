package org.bihuan.ledger;

import java.util.List;
import java.util.stream.IntStream;

import org.bihuan.terms.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 常用视图: the filters of the ledger page that people keep, each person his own and nobody another's. A view is known by its name. */
@Repository
public class SavedViews {

	/** How many a person keeps; the table has no place for more. */
	public static final int MOST = 20;

	private final JdbcClient jdbc;

	SavedViews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param place from 1 to {@link #MOST}
	 * @param address the filter and the order, from the question mark on
	 * @param opens whether the ledger opens with it; one at most
	 */
	public record View(int place, String name, String address, boolean opens) {
	}

	/** In the order in which they were kept. */
	public List<View> of(String account) {
		return jdbc.sql("select place, name, address, opens from ledger_view where account = ? order by place").param(account)
				.query(Rows.of(View.class)).list();
	}

	/**
	 * Keeps one more.
	 *
	 * @throws org.springframework.dao.DataIntegrityViolationException when he has one of that name, or {@link #MOST} already
	 */
	public void keep(String account, String name, String address) {
		List<Integer> taken = of(account).stream().map(View::place).toList();
		int place = IntStream.rangeClosed(1, MOST + 1).filter(one -> !taken.contains(one)).findFirst().orElseThrow();
		jdbc.sql("insert into ledger_view (account, place, name, address) values (?, ?, ?, ?)").params(account, place, name, address).update();
	}

	/**
	 * @return whether there is one of that name
	 * @throws org.springframework.dao.DataIntegrityViolationException when he has another of the new name
	 */
	public boolean rename(String account, String name, String newName) {
		return jdbc.sql("update ledger_view set name = ? where account = ? and name = ?").params(newName, account, name).update() == 1;
	}

	/** @return whether there was one of that name */
	public boolean remove(String account, String name) {
		return jdbc.sql("delete from ledger_view where account = ? and name = ?").params(account, name).update() == 1;
	}

	/** The ledger opens with this one from now on; with the whole of it where there is none of that name. */
	public void openWith(String account, String name) {
		jdbc.sql("update ledger_view set opens = (name = ?) where account = ?").params(name, account).update();
	}
}
