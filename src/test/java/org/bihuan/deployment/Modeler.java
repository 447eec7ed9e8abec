package org.bihuan.deployment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.bihuan.web.Http.Answer;

/** Deploys as Camunda Modeler 5 does (its CamundaAPI.js): one form with the diagram under its own file name, and whatever else is attached. */
public final class Modeler {

	private static final String BOUNDARY = "----WebKitFormBoundaryq7Xo3zZ0Yb2nVd1K";

	private final String endpoint;
	private final String account;

	/** @param endpoint the REST address that an analyst writes into the Modeler */
	public Modeler(String endpoint, String account) {
		this.endpoint = endpoint;
		this.account = account;
	}

	/** @param more further fields of the form, by name */
	public Answer deploy(String name, Map<String, byte[]> files, Map<String, String> more) {
		List<byte[]> parts = new ArrayList<>();
		field(parts, "deployment-name", name);
		field(parts, "deployment-source", "Camunda Modeler");
		field(parts, "enable-duplicate-filtering", "true");
		more.forEach((field, value) -> field(parts, field, value));
		files.forEach((file, bytes) -> {
			parts.add(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"" + file
					+ "\"\r\nContent-Type: text/xml\r\n\r\n").getBytes(StandardCharsets.UTF_8));
			parts.add(bytes);
			parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
		});
		parts.add(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return send("/deployment/create", HttpRequest.newBuilder().header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
				.POST(BodyPublishers.ofByteArrays(parts)));
	}

	public Answer deploy(String name, Map<String, byte[]> files) {
		return deploy(name, files, Map.of());
	}

	/** What it asks before it offers to deploy. */
	public Answer checkConnection() {
		return send("/deployment?maxResults=0", HttpRequest.newBuilder().GET());
	}

	private static void field(List<byte[]> parts, String name, String value) {
		parts.add(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
				.getBytes(StandardCharsets.UTF_8));
	}

	private Answer send(String path, HttpRequest.Builder request) {
		String basic = Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
		try {
			HttpResponse<String> answer = HttpClient.newHttpClient().send(
					request.uri(URI.create(endpoint + path)).header("accept", "application/json").header("authorization", "Basic " + basic).build(),
					BodyHandlers.ofString());
			return new Answer(answer.statusCode(), answer.body());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}
}
