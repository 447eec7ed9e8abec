/** 落实与回头看: implementation, the report to three offices, the look-back with two signatures, 核查销号 or stronger supervision. */
package org.bihuan.followup;
