package org.bihuan.demo.sample;

import org.bihuan.demo.rehearsal.RehearsalClock;
import org.bihuan.demo.rehearsal.RehearsalWanted;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Reader;
import org.bihuan.web.pages.AdministratorPage;
import org.bihuan.web.security.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 样例: the administrator's button that puts in the cases of this month. Not there in production. */
@Controller
@Profile("!production")
@Conditional(RehearsalWanted.class)
class LivingController implements AdministratorPage {

	private static final Logger LOG = LoggerFactory.getLogger(LivingController.class);

	private final Living living;
	private final RehearsalClock clock;
	private final TransactionTemplate transaction;

	LivingController(Living living, RehearsalClock clock, PlatformTransactionManager transactions) {
		this.living = living;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public String path() {
		return "/sample";
	}

	@Override
	public String title() {
		return "样例";
	}

	@GetMapping("/sample")
	String page(Reader reader, Model model) {
		Scopes.requireAdministrator(reader);
		model.addAttribute("isIn", living.isIn());
		return "sample";
	}

	@PostMapping("/sample/live")
	String add(Reader reader, RedirectAttributes after) {
		Scopes.requireAdministrator(reader);
		try {
			after.addFlashAttribute("added", clock.whileNobodyActs(() -> transaction.execute(status -> addOnce())));
		}
		catch (Refusal refused) {
			after.addFlashAttribute("refusal", refused.getMessage());
		}
		catch (RuntimeException failed) {
			LOG.warn("本月的样例没有装入，什么也没有留下", failed);
			after.addFlashAttribute("refusal", Stage.why(failed) + "什么也没有留下。样例是照随程序打包的图写的，现行的一套改过时可能走不通。");
		}
		return "redirect:/sample";
	}

	/** The clock is held by one at a time, so that who comes second finds them. */
	private int addOnce() {
		Refusal.unless(!living.isIn(), "本月的样例已经装入，不再重复装入。");
		return living.add();
	}
}
