package org.bihuan.dossier;

import java.util.List;

import org.bihuan.terms.Markdown;
import org.bihuan.terms.Option;

/**
 * What every form may show of its case, whatever the step. Longer texts are Markdown; what there is not yet is empty, never null.
 *
 * @param step what the task is called in its diagram, so that one form can serve two
 * @param link to the outcome's page
 * @param committee 牵头
 * @param background of the topic
 * @param number of the submission with its day (Shanghai)
 * @param instructions the 批示 that are there, with 圈阅
 * @param report as it stands, in a frame when it is long
 * @param suggestions each under the number that it keeps: those of the assignment, or of the outcome when it is about the whole
 * @param suggestionOptions the same to be chosen or answered, each with its text
 * @param coUnits 协办 of the assignment
 */
public record Dossier(String step, String outcomeId, String title, Markdown link, String committee, String background, String number,
		Markdown instructions, Markdown report, Markdown suggestions, List<Option> suggestionOptions, String coUnits) {
}
