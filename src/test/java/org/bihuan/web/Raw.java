package org.bihuan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One request written letter by letter: any Host, any Origin, from any address of this machine, and every header of the answer as it came. */
public final class Raw {

	private static final String HERE = "127.0.0.1";

	private final int port;
	private final String line;
	private final Map<String, String> headers = new LinkedHashMap<>();
	private String from = HERE;
	private byte[] body = {};

	private Raw(int port, String line) {
		this.port = port;
		this.line = line;
		headers.put("Host", HERE + ":" + port);
		headers.put("Connection", "close");
	}

	/** @param line for example {@code GET /login} */
	public static Raw request(int port, String line) {
		return new Raw(port, line);
	}

	/** In place of the one that stands there. */
	public Raw with(String header, String value) {
		headers.put(header, value);
		return this;
	}

	/** By HTTP basic; the password is the account's name. */
	public Raw as(String account) {
		return with("Authorization", "Basic " + Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8)));
	}

	/** @param address of this machine, from which the request comes */
	public Raw from(String address) {
		this.from = address;
		return this;
	}

	public Raw body(String type, String text) {
		this.body = text.getBytes(StandardCharsets.UTF_8);
		return with("Content-Type", type).with("Content-Length", String.valueOf(body.length));
	}

	/** @param headers as they came, one a line of the answer */
	public record Answer(int status, List<String> headers, String body) {

		/** All values of a header. */
		public List<String> all(String name) {
			return headers.stream().filter(one -> one.toLowerCase(java.util.Locale.ROOT).startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
					.map(one -> one.substring(name.length() + 1).strip()).toList();
		}

		/** The attributes of the one cookie of this name that is set, without its value. */
		public List<String> cookie(String name) {
			List<String> set = all("Set-Cookie").stream().filter(one -> one.startsWith(name + "=")).toList();
			if (set.size() != 1) {
				throw new AssertionError("the answer sets " + set + " as " + name);
			}
			return Stream.of(set.get(0).split(";")).skip(1).map(String::strip).toList();
		}

		/** The value of a cookie that is set. */
		public String value(String name) {
			return all("Set-Cookie").stream().filter(one -> one.startsWith(name + "=")).map(one -> one.substring(name.length() + 1).split(";")[0])
					.reduce((first, last) -> last).orElseThrow();
		}
	}

	public Answer send() {
		try (Socket socket = new Socket()) {
			socket.bind(new InetSocketAddress(InetAddress.getByAddress(numbers(from)), 0));
			socket.connect(new InetSocketAddress(InetAddress.getByAddress(numbers(HERE)), port));
			StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\n");
			headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
			socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().write(body);
			socket.getOutputStream().flush();
			return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static byte[] numbers(String address) {
		String[] written = address.split("\\.");
		byte[] numbers = new byte[written.length];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = (byte) Integer.parseInt(written[i]);
		}
		return numbers;
	}

	private static Answer read(String answer) {
		String[] parts = answer.split("\r\n\r\n", 2);
		List<String> lines = new ArrayList<>(List.of(parts[0].split("\r\n")));
		int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
		return new Answer(status, lines, parts.length < 2 ? "" : parts[1]);
	}
}
