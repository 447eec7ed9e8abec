package org.bihuan.followup;

import java.util.Map;

import org.bihuan.followup.Satisfaction.Meeting;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task about the satisfaction shows. */
abstract class SatisfactionWork extends FollowUpWork {

	private static final Map<String, String> WORDS = Map.of("satisfied", "满意", "fair", "基本满意", "unsatisfied", "不满意", "none", "不表态");

	@Autowired
	Satisfaction satisfaction;

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = super.view(task);
		String id = assignment(task).id();
		view.put("ratings", String.join("\n\n", satisfaction.ofRound(id).stream().map(one -> "- " + organisation.name(one.party()) + "："
				+ ("given".equals(one.state()) ? "办理过程" + WORDS.get(one.process()) + "，办理结果" + WORDS.get(one.result()) : "未评价")
				+ (one.remark() == null ? "" : "。" + one.remark())).toList()));
		Meeting meeting = satisfaction.meeting(id);
		view.put("consultation", meeting == null ? "" : meeting.metOn() + "，" + meeting.participants() + "：" + meeting.result());
		return view;
	}
}
