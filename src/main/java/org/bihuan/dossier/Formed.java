package org.bihuan.dossier;

import org.bihuan.terms.Markdown;

/**
 * How a report came about, for those who pass it on. What there is not yet is empty.
 *
 * @param plan 调研方案
 * @param research 调研记录
 * @param heard who was asked and what he said, with what became of it (采纳情况); what nobody has decided on yet is answered row by row, not here
 * @param verdicts of 多层把关, 主席会议, 审阅 and 初审, the first one first
 * @param changes what is not in this version as it was in the last one, marked
 */
public record Formed(Markdown plan, Markdown research, Markdown heard, Markdown verdicts, Markdown changes) {
}
