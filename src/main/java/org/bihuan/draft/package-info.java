/**
 * 未提交的文字: what people have typed into a form and not handed in yet. Nothing of it is an answer, nobody but its writer reads it, and it ends with
 * the answer. Knows no step.
 */
package org.bihuan.draft;
