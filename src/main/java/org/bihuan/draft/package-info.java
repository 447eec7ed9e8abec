/**
 * 未提交的文字: what people have typed into a form and not handed in yet. Nothing of it is an answer, nobody but its writer reads it, and it ends with
 * the answer. Also which start forms were handed in, so that none is taken twice. Knows no step.
 */
package org.bihuan.draft;
