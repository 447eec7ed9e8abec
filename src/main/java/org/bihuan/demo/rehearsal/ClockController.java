package org.bihuan.demo.rehearsal;

import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.identity.Reader;
import org.bihuan.web.pages.AdministratorPage;
import org.bihuan.web.security.Scopes;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 演练时钟: the administrator's button and its API. Not there in production. */
@Controller
@Profile("!production")
@Conditional(RehearsalWanted.class)
@Tag(name = "演练", description = "评估用：把时钟向前拨")
class ClockController implements AdministratorPage {

	private final RehearsalClock clock;

	ClockController(RehearsalClock clock) {
		this.clock = clock;
	}

	@Override
	public String path() {
		return "/clock";
	}

	@Override
	public String title() {
		return "演练时钟";
	}

	record Forward(Integer days) {
	}

	/** @return 200 with the new time and how many timers fired; 400 for a number of days that is none, 403 for anyone but an administrator */
	@PostMapping(path = "/api/clock/forward", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	@Operation(summary = "时钟向前拨若干天", description = "逐个执行其间到期的定时器，什么也不跳过。只有系统管理员可用；生产环境没有这个接口。")
	ResponseEntity<Object> forward(@Parameter(hidden = true) Reader reader, @RequestBody Forward forward) {
		if (!reader.isAdministrator()) {
			return ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("message", "只有系统管理员可以拨动演练时钟。"));
		}
		try {
			RehearsalClock.Step step = clock.forward(forward.days() == null ? 0 : forward.days());
			return ResponseEntity.ok(Map.of("now", step.now().toString(), "fired", step.fired()));
		}
		catch (Refusal refused) {
			return ResponseEntity.badRequest().body(Map.of("message", refused.getMessage()));
		}
	}

	@GetMapping("/clock")
	String page(Reader reader, Model model) {
		Scopes.requireAdministrator(reader);
		model.addAttribute("now", clock.now().toString().replace('T', ' '));
		return "clock";
	}

	@PostMapping("/clock/forward")
	String forward(Reader reader, @RequestParam(name = "days", defaultValue = "0") int days, RedirectAttributes after) {
		Scopes.requireAdministrator(reader);
		try {
			after.addFlashAttribute("fired", clock.forward(days).fired());
		}
		catch (Refusal refused) {
			after.addFlashAttribute("refusal", refused.getMessage());
		}
		return "redirect:/clock";
	}
}
