/** 报送与批示: the chair's reading, submission, acceptance, the leaders' instructions and their sorting. */
package org.bihuan.submission;
