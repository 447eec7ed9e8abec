package org.bihuan.web.security;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.json.Json;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/** Tells what went wrong also to who asked for a picture or a stylesheet, and would otherwise be told nothing. */
@Controller
class ErrorAnswers extends BasicErrorController {

	ErrorAnswers(ErrorAttributes attributes, ServerProperties server, ObjectProvider<ErrorViewResolver> views) {
		super(attributes, server.getError(), views.orderedStream().toList());
	}

	@Override
	public ResponseEntity<String> mediaTypeNotAcceptable(HttpServletRequest request) {
		return ResponseEntity.status(getStatus(request)).contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
				.body(Json.write(getErrorAttributes(request, ErrorAttributeOptions.defaults())));
	}
}
