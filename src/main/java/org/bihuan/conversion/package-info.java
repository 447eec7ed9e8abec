/** 转化: what cannot be answered in time or adopted becomes 社情民意信息, a 提案 or a 参阅件; a refusal returns to the offices. */
package org.bihuan.conversion;
