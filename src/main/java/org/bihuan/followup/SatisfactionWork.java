package org.bihuan.followup;

import java.util.Map;

import org.bihuan.followup.Satisfaction.Meeting;
import org.bihuan.terms.Asking;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task about the satisfaction shows. */
abstract class SatisfactionWork extends FollowUpWork {

	@Autowired
	Satisfaction satisfaction;

	@Override
	protected Map<String, Object> view(DelegateTask task) {
		Map<String, Object> view = super.view(task);
		String id = assignment(task).id();
		view.put("ratings", String.join("\n\n", satisfaction.ofRound(id).stream().map(one -> "- " + organisation.name(one.party()) + "："
				+ (one.state() == Asking.GIVEN ? "办理过程" + one.process().label() + "，办理结果" + one.result().label() : "未评价")
				+ (one.remark() == null ? "" : "。" + one.remark())).toList()));
		Meeting meeting = satisfaction.meeting(id);
		view.put("consultation", meeting == null ? "" : meeting.metOn() + "，" + meeting.participants() + "：" + meeting.result());
		return view;
	}
}
