package org.bihuan.web.pages;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.web.security.RefusalBody;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many files come in and go out at once, of one person and of all: each holds a thread and its place on the disk as long as it is under way. Who
 * has more than that hears at once to wait; what opens a file has its own turn besides, by memory.
 */
class FilesUnderWay extends OncePerRequestFilter {

	/** A browser has six connections to a server. */
	static final int OF_ONE = 6;
	/** Of the two hundred threads. */
	static final int OF_ALL = 60;

	private static final int TOO_MANY_REQUESTS = 429;
	private static final String SECONDS = "10";
	private static final Pattern UPLOAD = Pattern.compile("/attachments");
	private static final Pattern DOWNLOAD = Pattern.compile("/(attachments|documents|papers)/[^/]+|/outcomes/[^/]+/(papers\\.docx|scans\\.pdf)");

	private final AtomicInteger all = new AtomicInteger();
	private final ConcurrentHashMap<String, Integer> each = new ConcurrentHashMap<>();

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		boolean comes = "POST".equals(request.getMethod());
		return !(comes ? UPLOAD : DOWNLOAD).matcher(request.getServletPath()).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String person = String.valueOf(request.getRemoteUser());
		try {
			if (each.merge(person, 1, Integer::sum) > OF_ONE) {
				refuse(response, TOO_MANY_REQUESTS, "您同时上传和下载的文件超过 " + OF_ONE + " 个，这一个没有办，也没有保存。请等前面的完成后再试。");
			}
			else if (all.incrementAndGet() > OF_ALL) {
				all.decrementAndGet();
				refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "现在上传和下载的人多，这一个没有办，也没有保存。请过一会儿再试。");
			}
			else {
				through(request, response, chain);
			}
		}
		finally {
			each.computeIfPresent(person, (who, number) -> number == 1 ? null : number - 1);
		}
	}

	private void through(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		finally {
			all.decrementAndGet();
		}
	}

	private static void refuse(HttpServletResponse response, int status, String words) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
		RefusalBody.send(response, status, words);
	}
}
