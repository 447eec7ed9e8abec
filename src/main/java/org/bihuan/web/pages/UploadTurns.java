package org.bihuan.web.pages;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bihuan.web.security.RefusalBody;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Files are held in memory while they are read and looked at, several times over: only as many at once as half of the memory has room for. The next
 * ones wait for their turn, and are told so when it does not come.
 */
class UploadTurns extends OncePerRequestFilter {

	/** Received, copied, opened, written. */
	private static final int TIMES_OVER = 6;

	private final Semaphore turns;
	private final int patience;

	/**
	 * @param memory of this process, in bytes
	 * @param largest that a file may be, in bytes
	 * @param patience how long one waits for a turn, in seconds
	 */
	UploadTurns(long memory, long largest, int patience) {
		this.turns = new Semaphore(atOnce(memory, largest), true);
		this.patience = patience;
	}

	/** How many may be read at once; at least one. */
	static int atOnce(long memory, long largest) {
		return (int) Math.max(1, Math.min(Short.MAX_VALUE, memory / 2 / (TIMES_OVER * largest)));
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !"POST".equals(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!hasTurn()) {
			response.setHeader("Retry-After", String.valueOf(Math.max(1, patience)));
			RefusalBody.send(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "现在上传的人多，这个文件没有保存。请过一会儿再上传。");
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			turns.release();
		}
	}

	private boolean hasTurn() {
		try {
			return turns.tryAcquire(patience, TimeUnit.SECONDS);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
