/**
 * 文书与附件: the files of a case. Documents are made from templates that analysts edit, attachments are what people upload; both are permanent,
 * hashed, and served under the reader's rights.
 */
package org.bihuan.document;
