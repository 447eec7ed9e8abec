package org.bihuan.moving;

import java.time.OffsetDateTime;

import org.bihuan.calendar.ShanghaiTime;

/**
 * A set of models by which cases can run.
 *
 * @param deployment the engine's id
 * @param version which it is of those that have the diagram of the whole; the newest is in force
 * @param at when it was deployed
 * @param inForce whether new cases begin by it
 * @param running how many cases run by it
 */
public record RunningSet(String deployment, int version, OffsetDateTime at, boolean inForce, int running) {

	/** {@code 第 3 套（2026-11-26 18:30 部署）}. */
	public String name() {
		return name(version, at);
	}

	static String name(int version, OffsetDateTime at) {
		return "第 " + version + " 套（" + ShanghaiTime.minute(at) + " 部署）";
	}
}
