package org.bihuan.web.pages;

import java.util.List;
import java.util.Map;

import org.bihuan.identity.Reader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 亮灯 and what else Tasklist's cards say: asked for when a card is drawn, so that a light is never older than the page. */
@RestController
class LightsController {

	private static final int MOST = 200;

	private final TaskCards cards;

	LightsController(TaskCards cards) {
		this.cards = cards;
	}

	/** By task id; a task that the reader may not see has none. */
	@GetMapping("/lights")
	Map<String, TaskCards.Card> lights(Reader reader, @RequestParam("tasks") List<String> ids) {
		return cards.of(reader, ids.stream().limit(MOST).toList());
	}
}
