package org.bihuan.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.ResolvableType;
import org.springframework.util.unit.DataSize;

/** What a setting may be: the words for it and the check stand in one place. */
public enum Allowed {

	/** Two months are 59 to 62 days. */
	CALENDAR_DAYS("0 至 60 的整数", whole(0, 60)),
	DAYS_KEPT("1 至 3650 的整数", whole(1, 3650)),
	/** Three fields of the form have 2,000 characters each. */
	CHARACTERS("100 至 6000 的整数", whole(100, 6000)),
	YES_OR_NO("true 或 false", value -> true),
	HOUR("一天中的时刻，写成 08:30", value -> true),
	MOMENT_OR_NOTHING("空着，或北京时间的日期和时刻，写成 2023-09-12T08:00:00", value -> true),
	PLACE("1 至 30 个字", text("\\S(.{0,28}\\S)?")),
	/** 机关代字: the brackets around the year follow it. */
	PREFIX("1 至 20 个字，不含空格和括号", text("[^\\s\\p{Z}〔〕\\[\\]（）()]{1,20}")),
	MAIL_ADDRESS("一个邮件地址，写成 bihuan@example.gov.cn", text("[^\\s@<>]+@[^\\s@<>]+")),
	WEB_ADDRESS("http:// 或 https:// 开头的网址，末尾没有 /", value -> isWebAddress((String) value)),
	HOSTS_OR_NOTHING("空着，或主机名，以逗号分隔，不带协议和端口，写成 bihuan.example.gov.cn", value -> ((Collection<?>) value).stream()
			.allMatch(one -> ((String) one).matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]"))),
	/** Of a directory or a provider: {@code id:name there}. */
	GROUP_NAMES_OR_NOTHING("空着，或几项“小组编号:那里的名字”，以逗号分隔，写成 unit-gongan:公安局", value -> ((Collection<?>) value).stream()
			.allMatch(one -> ((String) one).matches("[a-zA-Z0-9][a-zA-Z0-9-]{0,62}:\\S(.*\\S)?"))),
	/** A claim of OpenID Connect. */
	CLAIM("一个声明的名字，写成 name", text("[\\w.:/-]{1,100}")),
	CLAIM_OR_NOTHING("空着，或一个声明的名字，写成 groups", text("[\\w.:/-]{0,100}")),
	/** The server reads no larger request to its end. */
	SIZE("1KB 至 512MB，写成 20MB", value -> ((DataSize) value).toKilobytes() >= 1 && ((DataSize) value).compareTo(DataSize.ofMegabytes(512)) <= 0),
	/** Of what gathers on a disk. */
	QUOTA("1MB 至 10TB，写成 500MB 或 10GB", value -> ((DataSize) value).toMegabytes() >= 1
			&& ((DataSize) value).compareTo(DataSize.ofTerabytes(10)) <= 0),
	/** Longer than anybody looks at a bar that does not move. */
	SECONDS("1 至 300 的整数", whole(1, 300)),
	HOST_AND_PORT_OR_NOTHING("空着，或主机名和端口，写成 127.0.0.1:3310", value -> ((String) value).isBlank() || isHostAndPort((String) value)),
	FOLDER_OR_NOTHING("空着，或一个已有的文件夹", value -> isEmptyOr((String) value, Files::isDirectory)),
	NEW_FOLDER_OR_NOTHING("空着，或一个可以写入的文件夹（没有则新建）", value -> isEmptyOr((String) value, Allowed::canBeMade)),
	PHONE_OR_NOTHING("空着，或一个电话号码，写成 0523-88888888", text("[0-9（）()+转 -]{0,40}")),
	/** Of an enum's. */
	ONE_OF("其中一种：", value -> true),
	/** Of an enum's. */
	SOME_OF("一种或几种，以逗号分隔：", value -> !((Collection<?>) value).isEmpty()),
	/** Of an enum's, or none. */
	ANY_OF("空着，或一种或几种，以逗号分隔：", value -> true);

	private final String words;
	private final Predicate<Object> check;

	Allowed(String words, Predicate<Object> check) {
		this.words = words;
		this.check = check;
	}

	/** @param type of the setting: itself, or the element of a collection, names the choices */
	String words(ResolvableType type) {
		Object[] choices = (type.hasGenerics() ? type.getGeneric(0) : type).resolve(Object.class).getEnumConstants();
		return choices == null ? words : words + Stream.of(choices).map(Allowed::written).collect(Collectors.joining("、"));
	}

	/** @param value of the setting's type; not null */
	boolean allows(Object value) {
		return check.test(value);
	}

	boolean allowsNothing() {
		return words.startsWith("空着");
	}

	/** As the configuration writes a constant. */
	private static String written(Object constant) {
		return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Predicate<Object> whole(int from, int to) {
		return value -> (Integer) value >= from && (Integer) value <= to;
	}

	private static Predicate<Object> text(String pattern) {
		return value -> ((String) value).matches(pattern);
	}

	private static boolean isHostAndPort(String value) {
		int colon = value.lastIndexOf(':');
		return value.matches("([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]):\\d{1,5}")
				&& whole(1, 65_535).test(Integer.valueOf(value.substring(colon + 1)));
	}

	private static boolean isWebAddress(String value) {
		try {
			return value.matches("https?://.*[^/]") && URI.create(value).getHost() != null;
		}
		catch (IllegalArgumentException malformed) {
			return false;
		}
	}

	private static boolean isEmptyOr(String value, Predicate<Path> folder) {
		try {
			return value.isBlank() || folder.test(Path.of(value));
		}
		catch (InvalidPathException malformed) {
			return false;
		}
	}

	private static boolean canBeMade(Path folder) {
		try {
			Files.createDirectories(folder);
			return Files.isWritable(folder);
		}
		catch (IOException unusable) {
			return false;
		}
	}
}
