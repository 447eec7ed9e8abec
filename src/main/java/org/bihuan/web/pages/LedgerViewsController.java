package org.bihuan.web.pages;

import java.util.List;
import java.util.Optional;

import org.bihuan.identity.Reader;
import org.bihuan.ledger.SavedViews;
import org.bihuan.ledger.SavedViews.View;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 常用视图: a reader keeps the filter that the ledger shows, under a name of his own; each leads back to the ledger, which tells what was wrong. */
@Controller
class LedgerViewsController {

	private static final int LONGEST = 20;
	private static final String REFUSAL = "refusal";
	private static final String MEANWHILE = "没有这个视图，可能刚在别的窗口改了名或删了。";

	private final SavedViews views;

	LedgerViewsController(SavedViews views) {
		this.views = views;
	}

	/** @param query what the page shows now, without its place in it */
	@PostMapping("/ledger/views")
	String keep(Reader reader, LedgerQuery query, @RequestParam(name = "name", defaultValue = "") String name, RedirectAttributes after) {
		String address = query.view();
		refusal(reader, name).or(() -> kept(() -> views.keep(reader.id(), name.strip(), address)))
				.ifPresent(why -> after.addFlashAttribute(REFUSAL, why + "视图没有保存。"));
		return "redirect:/ledger" + address;
	}

	@PostMapping("/ledger/views/rename")
	String rename(Reader reader, @RequestParam("view") String view, @RequestParam(name = "name", defaultValue = "") String name,
			RedirectAttributes after) {
		boolean same = name.strip().equals(view);
		Optional<String> refusal = same ? Optional.empty() : unfit(name).or(() -> taken(reader, name)).or(() -> find(reader, view).isEmpty()
				? Optional.of(MEANWHILE)
				: kept(() -> views.rename(reader.id(), view, name.strip())));
		refusal.ifPresent(why -> after.addFlashAttribute(REFUSAL, why + "名称没有改。"));
		return "redirect:/ledger" + find(reader, refusal.isEmpty() ? name.strip() : view).map(View::address).orElse(LedgerQuery.EVERYTHING);
	}

	@PostMapping("/ledger/views/remove")
	String remove(Reader reader, @RequestParam("view") String view, RedirectAttributes after) {
		if (!views.remove(reader.id(), view)) {
			after.addFlashAttribute(REFUSAL, MEANWHILE);
		}
		return "redirect:/ledger" + LedgerQuery.EVERYTHING;
	}

	/** @param view the one with which the ledger is to open; blank for the whole of it */
	@PostMapping("/ledger/views/open")
	String openWith(Reader reader, @RequestParam(name = "view", defaultValue = "") String view, RedirectAttributes after) {
		Optional<View> one = find(reader, view);
		if (one.isEmpty() && !view.isBlank()) {
			after.addFlashAttribute(REFUSAL, MEANWHILE);
		}
		else {
			views.openWith(reader.id(), view);
		}
		return "redirect:/ledger" + one.map(View::address).orElse(LedgerQuery.EVERYTHING);
	}

	private Optional<View> find(Reader reader, String name) {
		return views.of(reader.id()).stream().filter(one -> one.name().equals(name)).findFirst();
	}

	private Optional<String> refusal(Reader reader, String name) {
		List<View> all = views.of(reader.id());
		return unfit(name).or(() -> all.size() < SavedViews.MOST ? taken(reader, name)
				: Optional.of("最多存 " + SavedViews.MOST + " 个视图，请先删去不用的。"));
	}

	private static Optional<String> unfit(String name) {
		if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
			return Optional.of("请给视图起个名称，至少有一个字。");
		}
		if (name.codePoints().anyMatch(one -> Character.isISOControl(one) || Character.getType(one) == Character.FORMAT
				|| Character.getType(one) == Character.SURROGATE)) {
			return Optional.of("名称里有看不见的字符，请重新写。");
		}
		return name.strip().length() > LONGEST ? Optional.of("名称最多 " + LONGEST + " 个字。") : Optional.empty();
	}

	private Optional<String> taken(Reader reader, String name) {
		return find(reader, name.strip()).isPresent() ? Optional.of("已有叫“" + name.strip() + "”的视图，请换个名称。") : Optional.empty();
	}

	/** What was looked at before may have changed since, in another window. */
	private static Optional<String> kept(Runnable change) {
		try {
			change.run();
			return Optional.empty();
		}
		catch (DataIntegrityViolationException meanwhile) {
			return Optional.of("刚才在别的窗口也改了视图，请看一下再试。");
		}
	}
}
