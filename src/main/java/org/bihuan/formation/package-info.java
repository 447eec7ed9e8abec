/** 形成: research, draft, opinions, revision, review at every level, 主席会议. */
package org.bihuan.formation;
