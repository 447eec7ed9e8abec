package org.bihuan;

import java.time.ZoneId;
import java.util.TimeZone;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.model.CheckCommand;
import org.bihuan.rehearsal.RehearseCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;

/** Starts Bihuan (闭环). */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BihuanApplication {

	/** The one time zone of every date and deadline. */
	public static final ZoneId ZONE = ShanghaiTime.ZONE;

	public static void main(String[] args) {
		useShanghaiTime();
		if (CheckCommand.isAsked(args)) {
			// what is printed is the answer alone
			LoggingSystem.get(BihuanApplication.class.getClassLoader()).beforeInitialize();
			System.exit(CheckCommand.run(args, System.out));
		}
		if (RehearseCommand.isAsked(args)) {
			if (!RehearseCommand.isWalk(args)) {
				LoggingSystem.get(BihuanApplication.class.getClassLoader()).beforeInitialize();
			}
			System.exit(RehearseCommand.run(args, System.out));
		}
		SpringApplication.run(BihuanApplication.class, args);
	}

	/**
	 * The engine stores timestamps without a zone, so the zone of the JVM decides what instant a timer means. It is set
	 * before anything reads the clock: a container in UTC would otherwise move every timer by eight hours.
	 */
	public static void useShanghaiTime() {
		TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
	}
}
