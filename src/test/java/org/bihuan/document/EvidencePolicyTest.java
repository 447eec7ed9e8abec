package org.bihuan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

class EvidencePolicyTest {

	@Test
	void whatIsAskedForIsThereBeforeTheTaskIsCompleted() {
		assertThat(EvidencePolicy.refusal(Evidence.Kind.LOOK_BACK_EVIDENCE, Set.of(Evidence.Kind.values()), 0))
				.contains("请先在本任务的“附件”页上传回头看的佐证材料（现场照片、单据等），再提交。");
		assertThat(EvidencePolicy.refusal(Evidence.Kind.LOOK_BACK_EVIDENCE, Set.of(Evidence.Kind.values()), 1)).isEmpty();
	}

	@Test
	void whatThePlaceDoesNotAskForMayBeMissing() {
		assertThat(EvidencePolicy.refusal(Evidence.Kind.LOOK_BACK_EVIDENCE, Set.of(Evidence.Kind.SIGNED_REPLY), 0)).isEmpty();
		assertThat(EvidencePolicy.refusal(Evidence.Kind.SIGNED_REPLY, Set.of(), 0)).isEmpty();
	}
}
