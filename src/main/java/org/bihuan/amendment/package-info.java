/** 更正, 撤回, 改派: how the offices put a mistake right, by appending; what runs is ended or moved through its model. */
package org.bihuan.amendment;
