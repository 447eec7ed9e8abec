package org.bihuan.identity;

import java.util.List;
import java.util.stream.Collectors;

import org.bihuan.engine.acting.Refusal;
import org.springframework.stereotype.Component;

/**
 * What a signature stands for: it is checked where it is stored, besides who the diagram gives the task to, so that no edit of a diagram and no
 * hand in the engine makes one party sign for another.
 */
@Component
public class Posts {

	private final Organisation organisation;

	Posts(Organisation organisation) {
		this.organisation = organisation;
	}

	/**
	 * @param act what is signed, in Chinese
	 * @param whose groups or accounts, one of which the signer is in or is
	 * @throws Refusal (HTTP 403) when he is in none
	 */
	public void require(String signer, String act, List<String> whose) {
		if (!whose.contains(signer) && whose.stream().noneMatch(group -> organisation.isMember(signer, group))) {
			throw Refusal.forbidden(act + "须由“" + whose.stream().map(organisation::name).collect(Collectors.joining("”或“")) + "”的人员签，您不在其中。");
		}
	}
}
