package org.bihuan.followup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bihuan.followup.Satisfaction.Meeting;
import org.bihuan.terms.Asking;
import org.bihuan.terms.Markdown;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Autowired;

/** What every task about the satisfaction shows. */
abstract class SatisfactionWork extends FollowUpWork {

	@Autowired
	Satisfaction satisfaction;

	/**
	 * What every form about the satisfaction may show.
	 *
	 * @param ratings of the current look-back, party by party
	 * @param consultation when who met, with what result; empty when nobody met
	 */
	record RatedView(@JsonUnwrapped CaseView about, Markdown ratings, String consultation) {
	}

	RatedView ratedView(DelegateTask task) {
		String id = assignment(task).id();
		Meeting meeting = satisfaction.meeting(id);
		return new RatedView(caseView(task),
				Markdown.paragraphs(satisfaction.ofRound(id).stream()
						.map(one -> Markdown.of("- %s：%s%s", organisation.name(one.party(), one.givenAt()),
								one.state() == Asking.GIVEN ? "办理过程" + one.process().label() + "，办理结果" + one.result().label() : "未评价",
								one.remark() == null ? "" : "。" + one.remark()))
						.toList()),
				meeting == null ? "" : meeting.metOn() + "，" + meeting.participants() + "：" + meeting.result());
	}
}
